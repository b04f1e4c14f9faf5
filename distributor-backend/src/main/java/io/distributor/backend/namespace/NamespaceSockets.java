package io.distributor.backend.namespace;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import io.distributor.backend.DisconnectReason;
import io.distributor.backend.Socket;
import io.distributor.link.message.Selection;
import io.distributor.link.message.SocketAnswer;
import io.distributor.link.message.SocketConnect;
import io.distributor.link.message.SocketDisconnect;
import io.distributor.link.message.SocketEvent;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sockets of one namespace whose home is this instance. Messages come by the thread
 * of the link, which runs no handler here: it fills queues. What is not said by the
 * distributor of a socket, or of another adoption, is ignored. The rest may be used from
 * any thread.
 */
public final class NamespaceSockets {

	private static final Logger logger = LoggerFactory.getLogger(NamespaceSockets.class);

	private static final String TRANSPORT_CLOSE = "transport close";

	private final BackendNamespace namespace;

	private final NamespaceOutbox outbox;

	private final SocketFactory factory;

	private final SocketSlots slots;

	private final SocketTasks tasks;

	private final Map<String, SocketQueue> queues = new ConcurrentHashMap<>();

	/**
	 * Queues of sockets that are gone but whose disconnect listeners are yet to be
	 * called.
	 */
	private final Set<SocketQueue> leaving = ConcurrentHashMap.newKeySet();

	NamespaceSockets(BackendNamespace namespace, NamespaceHandlers handlers, NamespaceOutbox outbox,
			SocketFactory factory, SocketSlots slots) {
		this.namespace = namespace;
		this.outbox = outbox;
		this.factory = factory;
		this.slots = slots;
		this.tasks = factory.tasks(handlers);
	}

	/**
	 * A client wants to join the namespace.
	 * @param sender the distributor
	 * @param message the message
	 */
	public void onConnect(NodeId sender, SocketConnect message) {
		SocketQueue known = this.queues.get(message.socketId());
		if (known != null) {
			SocketKey key = known.socket().key();
			if (!key.distributor().equals(sender) || key.adoption() >= message.adoption()) {
				logger.debug("{} is known already", known.socket());
				return;
			}
			end(known, new DisconnectReason(TRANSPORT_CLOSE, "adopted anew"));
		}
		if (this.slots.isClosed()) {
			// Not refused: the distributor gives the client to another instance.
			logger.debug("Socket {} comes too late: this instance is leaving", message.socketId());
			return;
		}
		SocketQueue queue = this.factory.create(this.namespace, this.outbox, this.tasks, sender, message);
		if (!this.slots.acquire()) {
			this.factory.counters().refused.increment();
			this.outbox.refuse(queue.socket().key(), "Too many connections", null);
			return;
		}
		this.queues.put(message.socketId(), queue);
		queue.addConnect(() -> {
			if (forget(queue, "was refused")) {
				this.slots.release();
			}
		});
	}

	/**
	 * A client sent an event.
	 * @param sender the distributor
	 * @param message the message
	 */
	public void onEvent(NodeId sender, SocketEvent message) {
		SocketQueue queue = find(sender, message.socketId(), message.adoption());
		if (queue != null) {
			queue.addEvent(message);
		}
	}

	/**
	 * A client acknowledged an event.
	 * @param sender the distributor
	 * @param message the message
	 */
	public void onAnswer(NodeId sender, SocketAnswer message) {
		SocketQueue queue = this.queues.get(message.socketId());
		if (queue != null && queue.socket().key().distributor().equals(sender)) {
			queue.socket().acks().onAnswer(message.ackId(), message.payload());
		}
	}

	/**
	 * A socket is gone.
	 * @param sender the distributor
	 * @param message the message
	 */
	public void onDisconnect(NodeId sender, SocketDisconnect message) {
		SocketQueue queue = find(sender, message.socketId(), message.adoption());
		if (queue != null) {
			end(queue, new DisconnectReason(message.reason(), message.description()));
		}
	}

	/**
	 * A distributor is gone, and its sockets with it.
	 * @param distributor the distributor
	 * @param description how it went
	 */
	public void onDistributorGone(NodeId distributor, String description) {
		DisconnectReason reason = new DisconnectReason(TRANSPORT_CLOSE, description);
		this.queues.values()
			.stream()
			.filter((queue) -> queue.socket().key().distributor().equals(distributor))
			.forEach((queue) -> end(queue, reason));
	}

	/**
	 * Waits for what is in the queues now.
	 * @return completes when it is done
	 */
	public CompletionStage<Void> whenReached() {
		return all(SocketQueue::whenReached);
	}

	/**
	 * Lets no further handler start.
	 * @return completes when those under way are done
	 */
	public CompletionStage<Void> freeze() {
		return all(SocketQueue::freeze);
	}

	/**
	 * Fails what waits for clients.
	 */
	public void closeAcks() {
		this.queues.values().forEach((queue) -> queue.socket().acks().close("backend is stopped"));
	}

	private CompletionStage<Void> all(Function<SocketQueue, CompletionStage<Void>> action) {
		return CompletableFuture.allOf(Stream.concat(this.queues.values().stream(), this.leaving.stream())
			.map((queue) -> action.apply(queue).toCompletableFuture())
			.toArray(CompletableFuture<?>[]::new));
	}

	private void end(SocketQueue queue, DisconnectReason reason) {
		if (forget(queue, "is gone: " + reason.text())) {
			this.leaving.add(queue);
			queue.addDisconnect(reason, () -> {
				this.leaving.remove(queue);
				this.slots.release();
			});
		}
	}

	/**
	 * Ends a socket: by its distributor or by its refusal, whichever is first.
	 */
	private boolean forget(SocketQueue queue, String why) {
		BackendSocket socket = queue.socket();
		if (!socket.state().end()) {
			return false;
		}
		this.queues.remove(socket.id(), queue);
		socket.acks().close("socket " + socket.id() + " " + why);
		return true;
	}

	private @Nullable SocketQueue find(NodeId sender, String socketId, long adoption) {
		SocketQueue queue = this.queues.get(socketId);
		if (queue == null || queue.socket().key().adoption() != adoption
				|| !queue.socket().key().distributor().equals(sender)) {
			logger.debug("Socket {} is not here with adoption {}", socketId, adoption);
			return null;
		}
		return queue;
	}

	@Nullable Socket connected(String id) {
		SocketQueue queue = this.queues.get(id);
		return (queue != null && queue.socket().isConnected()) ? queue.socket() : null;
	}

	Collection<Socket> connected() {
		return List.copyOf(this.queues.values().stream().map(SocketQueue::socket).filter(Socket::isConnected).toList());
	}

	void forEach(Selection selection, Consumer<BackendSocket> action) {
		for (SocketQueue queue : this.queues.values()) {
			if (queue.socket().roomSet().isSelectedBy(selection)) {
				action.accept(queue.socket());
			}
		}
	}

}
