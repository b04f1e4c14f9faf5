package io.distributor.backend.namespace;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

import io.distributor.backend.DisconnectReason;
import io.distributor.backend.statistics.BackendCounters;
import io.distributor.link.message.ReleaseSocket;
import io.distributor.link.message.RoomsChanged;
import io.distributor.link.message.SocketAdopt;
import io.distributor.link.message.SocketConnect;
import io.distributor.link.message.SocketDisconnect;
import io.distributor.link.message.SocketEvent;
import io.distributor.link.presence.NodeId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What distributors say about the sockets of one namespace. Called by the thread of the
 * link, which runs no handler here: it fills queues. What is not said by the distributor
 * of a socket, or about another of its lives, changes nothing.
 */
public final class NamespaceSockets {

	private static final Logger logger = LoggerFactory.getLogger(NamespaceSockets.class);

	private static final String TRANSPORT_CLOSE = "transport close";

	private final BackendNamespace namespace;

	private final NamespaceOutbox outbox;

	private final SocketFactory factory;

	private final SocketSlots slots;

	private final SocketTasks tasks;

	private final BackendCounters counters;

	private final HomeSockets sockets;

	private final SocketEnds ends;

	NamespaceSockets(BackendNamespace namespace, NamespaceHandlers handlers, NamespaceOutbox outbox,
			SocketFactory factory, SocketSlots slots) {
		this.namespace = namespace;
		this.outbox = outbox;
		this.factory = factory;
		this.slots = slots;
		this.tasks = factory.tasks(handlers);
		this.counters = factory.counters();
		this.sockets = new HomeSockets(namespace.occupancy());
		this.ends = new SocketEnds(this.sockets, this.tasks, slots, this.counters);
	}

	HomeSockets sockets() {
		return this.sockets;
	}

	/**
	 * Returns the number of sockets, with those that are still connecting.
	 * @return the number
	 */
	public int size() {
		return this.sockets.size();
	}

	/**
	 * A client wants to join the namespace.
	 * @param sender the distributor
	 * @param message the message
	 */
	public void onConnect(NodeId sender, SocketConnect message) {
		SocketSnapshot snapshot = SocketSnapshot.of(sender, message);
		if (isNew(snapshot.key())) {
			switch (this.slots.acquire()) {
				case TAKEN -> {
					SocketQueue queue = create(snapshot);
					queue.addConnect(() -> this.ends.refuse(queue));
					queue.followRooms(snapshot.joined(), snapshot.left());
				}
				case FULL -> {
					this.counters.refused.increment();
					this.outbox.refuse(snapshot.key(), "Too many connections", null);
				}
				case CLOSED -> this.outbox.released(snapshot.key(), 0);
			}
		}
	}

	/**
	 * A client that is connected needs a home.
	 * @param sender the distributor
	 * @param message the message
	 */
	public void onAdopt(NodeId sender, SocketAdopt message) {
		SocketSnapshot snapshot = SocketSnapshot.of(sender, message);
		if (!isNew(snapshot.key())) {
			return;
		}
		if (this.slots.acquireAnyway()) {
			this.counters.adopted.increment();
			SocketQueue queue = create(snapshot);
			queue.addAdopt();
			queue.followRooms(snapshot.joined(), snapshot.left());
		}
		else {
			this.outbox.notTaken(snapshot.key());
		}
	}

	private boolean isNew(SocketKey key) {
		SocketQueue known = this.sockets.find(key.id());
		if (known == null) {
			return true;
		}
		SocketKey knownKey = known.socket().key();
		if (knownKey.adoption() >= key.adoption()) {
			logger.debug("{} is known already", known.socket());
			return false;
		}
		if (knownKey.distributor().equals(key.distributor())) {
			this.ends.lose(known, "has a home anew");
		}
		else {
			// Ids are unique: others took the distributor for dead, and it goes on under
			// another id before the end of the first was heard here.
			this.ends.disconnect(known, 0, new DisconnectReason(TRANSPORT_CLOSE,
					"distributor " + knownKey.distributor() + " goes on as " + key.distributor()));
		}
		return true;
	}

	private SocketQueue create(SocketSnapshot snapshot) {
		SocketQueue queue = this.factory.create(this.namespace, this.outbox, this.tasks, snapshot);
		this.sockets.add(queue);
		return queue;
	}

	/**
	 * A client sent an event.
	 * @param sender the distributor
	 * @param headers what came beside the event
	 * @param message the message
	 */
	public void onEvent(NodeId sender, Map<String, String> headers, SocketEvent message) {
		SocketQueue queue = this.sockets.find(message.socketId());
		if (queue != null && queue.socket().key().is(sender, message.adoption())) {
			queue.addEvent(headers, message);
		}
		else {
			logger.debug("Socket {} is not here with adoption {}", message.socketId(), message.adoption());
		}
	}

	/**
	 * A socket joined or left rooms.
	 * @param sender the distributor
	 * @param message the message
	 */
	public void onRoomsChanged(NodeId sender, RoomsChanged message) {
		SocketQueue queue = this.sockets.find(message.socketId());
		if (queue != null && queue.socket().key().is(sender, message.adoption())) {
			queue.socket().roomSet().change(message.joined(), message.left());
		}
	}

	/**
	 * A client is gone.
	 * @param sender the distributor
	 * @param message the message
	 */
	public void onDisconnect(NodeId sender, SocketDisconnect message) {
		SocketKey key = new SocketKey(message.socketId(), sender, message.adoption());
		SocketQueue queue = this.sockets.find(key);
		if (queue == null) {
			this.outbox.handled(key, message.number());
		}
		else {
			String why = queue.socket().state().barred();
			String description = (message.description() != null) ? message.description() : why;
			this.ends.disconnect(queue, message.number(), new DisconnectReason(message.reason(), description));
		}
	}

	/**
	 * A distributor wants to give a socket another home.
	 * @param sender the distributor
	 * @param message the message
	 */
	public void onRelease(NodeId sender, ReleaseSocket message) {
		SocketKey key = new SocketKey(message.socketId(), sender, message.adoption());
		SocketQueue queue = this.sockets.find(key);
		if (queue == null) {
			this.outbox.released(key, 0);
		}
		else {
			queue.socket().roomSet().leaveTheRestToOthers();
			queue.addRelease(() -> this.ends.release(queue));
		}
	}

	/**
	 * A distributor is gone, and its clients with it.
	 * @param distributor the distributor
	 * @param description how it went
	 */
	public void onDistributorGone(NodeId distributor, String description) {
		DisconnectReason reason = new DisconnectReason(TRANSPORT_CLOSE, description);
		this.sockets.ofDistributor(distributor).forEach((queue) -> this.ends.disconnect(queue, 0, reason));
	}

	/**
	 * A distributor took this instance for dead: its sockets have other homes.
	 * @param distributor the distributor
	 * @return the number of sockets
	 */
	public int onFenced(NodeId distributor) {
		List<SocketQueue> lost = this.sockets.ofDistributor(distributor);
		lost.forEach((queue) -> this.ends.lose(queue, "was given to another instance"));
		return lost.size();
	}

	/**
	 * Lets no further handler start.
	 * @return completes when those under way are done
	 */
	public CompletionStage<Void> freeze() {
		return this.sockets.freeze();
	}

}
