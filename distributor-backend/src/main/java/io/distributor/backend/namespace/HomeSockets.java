package io.distributor.backend.namespace;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.distributor.backend.Socket;
import io.distributor.link.message.Selection;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of one namespace whose home is this instance. Changed by the thread of the
 * link and when sockets are refused or released; may be read from any thread.
 */
final class HomeSockets {

	private final Map<String, SocketQueue> present = new ConcurrentHashMap<>();

	/** Those that have ended but whose last listeners are yet to be called. */
	private final Map<SocketKey, SocketQueue> leaving = new ConcurrentHashMap<>();

	/** Sockets with listeners for outgoing events: broadcasts look at these only. */
	private final Set<BackendSocket> listening = ConcurrentHashMap.newKeySet();

	private final Occupancy occupancy;

	HomeSockets(Occupancy occupancy) {
		this.occupancy = occupancy;
	}

	void add(SocketQueue queue) {
		this.occupancy.enter();
		this.present.put(queue.socket().id(), queue);
	}

	/**
	 * Takes a socket out of view, and lets those who ask for it by its key find it.
	 */
	void leave(SocketQueue queue) {
		this.leaving.put(queue.socket().key(), queue);
		this.present.remove(queue.socket().id(), queue);
	}

	void remove(SocketQueue queue) {
		this.present.remove(queue.socket().id(), queue);
		this.leaving.remove(queue.socket().key(), queue);
		this.listening.remove(queue.socket());
		this.occupancy.leave();
	}

	/**
	 * A socket has a listener for outgoing events.
	 */
	void addListening(BackendSocket socket) {
		this.listening.add(socket);
		// Who ended meanwhile is removed by nobody else.
		if (find(socket.key()) == null) {
			this.listening.remove(socket);
		}
	}

	boolean hasListening() {
		return !this.listening.isEmpty();
	}

	void forEachListening(Selection selection, Consumer<BackendSocket> action) {
		for (BackendSocket socket : this.listening) {
			if (socket.roomSet().isSelectedBy(selection, socket.user())) {
				action.accept(socket);
			}
		}
	}

	@Nullable SocketQueue find(String id) {
		return this.present.get(id);
	}

	/**
	 * Finds one life of a socket.
	 * @return the socket, or {@code null} if that is another life or over
	 */
	@Nullable SocketQueue find(SocketKey key) {
		SocketQueue queue = this.present.get(key.id());
		return (queue != null && queue.socket().key().equals(key)) ? queue : this.leaving.get(key);
	}

	int size() {
		return this.present.size();
	}

	List<SocketQueue> ofDistributor(NodeId distributor) {
		return this.present.values()
			.stream()
			.filter((queue) -> queue.socket().key().distributor().equals(distributor))
			.toList();
	}

	@Nullable Socket connected(String id) {
		SocketQueue queue = this.present.get(id);
		return (queue != null && queue.socket().isConnected()) ? queue.socket() : null;
	}

	Collection<Socket> connected() {
		return List
			.copyOf(this.present.values().stream().map(SocketQueue::socket).filter(Socket::isConnected).toList());
	}

	/**
	 * Lets no further handler start.
	 * @return completes when those under way are done
	 */
	CompletionStage<Void> freeze() {
		return CompletableFuture.allOf(Stream.concat(this.present.values().stream(), this.leaving.values().stream())
			.map((queue) -> queue.freeze().toCompletableFuture())
			.toArray(CompletableFuture<?>[]::new));
	}

}
