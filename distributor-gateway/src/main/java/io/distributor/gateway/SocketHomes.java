package io.distributor.gateway;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.distributor.engine.namespace.ClientSocket;
import io.distributor.engine.protocol.socketio.PacketArguments;
import io.distributor.engine.session.CloseReason;
import io.distributor.link.message.DistributorMessage;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.ReleaseSocket;
import io.distributor.link.message.SetSocketData;
import io.distributor.link.message.SocketAdopt;
import io.distributor.link.message.SocketDisconnect;
import io.distributor.link.message.SocketEvent;
import io.distributor.link.message.SocketReleased;
import io.distributor.link.presence.NodeId;

/**
 * The homes of one socket, one after another, and what they have not handled.
 * <p>
 * A socket has a home; or it has one that is to <em>release</em> it and gets nothing
 * further; or it is <em>homeless</em>. Each way leads through homelessness: a home that
 * released the socket, or that was lost, leaves behind what it did not handle, and the
 * next one that there is gets it. When the client has left, the socket has
 * <em>departed</em>; it stays until a home has handled everything, its disconnect
 * included, and then it is over. As long as no home has accepted it, there is nothing to
 * hand over: its owner asks another one, or it is over when its client has left.
 * <p>
 * To be used on the event loop of the socket, apart from the methods that say otherwise.
 */
final class SocketHomes {

	private final ClientSocket client;

	private final byte @Nullable [] auth;

	private final GatewayParts parts;

	private final Outbox outbox;

	private final Owner owner;

	private final UnhandledEvents unhandled;

	/** Set by the event loop, read by the thread of the link. */
	private volatile @Nullable Home home;

	/** Set by the event loop, read by the thread of the link. */
	private volatile boolean releasing;

	private long adoptions;

	private long events;

	private boolean accepted;

	private boolean lost;

	private byte @Nullable [] data;

	private @Nullable List<String> lastRooms;

	private boolean homeless;

	private boolean over;

	SocketHomes(ClientSocket client, byte @Nullable [] auth, GatewayParts parts, Outbox outbox, Owner owner) {
		this.client = client;
		this.auth = auth;
		this.parts = parts;
		this.outbox = outbox;
		this.owner = owner;
		GatewayOptions options = parts.options();
		this.unhandled = new UnhandledEvents(options.maxUnhandledEvents(), options.maxUnhandledBytes(),
				parts.counters().heldMessages);
	}

	// From any thread

	/**
	 * Returns whether somebody is the present home under the present number. To nobody
	 * else is listened.
	 */
	boolean isHome(NodeId sender, long adoption) {
		Home present = this.home;
		return present != null && present.matches(sender, adoption);
	}

	boolean isReleasing() {
		return this.releasing;
	}

	// What the client does

	/**
	 * The client sent an event.
	 * @return whether it has sent more than may be left to handle
	 */
	boolean add(PacketArguments arguments, long ackId) {
		this.events++;
		SocketEvent event = new SocketEvent(this.client.namespace(), this.client.id(), this.adoptions, this.events,
				ackId, false, Payloads.of(arguments));
		Home present = this.home;
		if (this.unhandled.add(event) && present != null) {
			this.outbox.send(present.node(), event);
		}
		return this.unhandled.tooMany();
	}

	/**
	 * The client has left.
	 */
	void depart(CloseReason reason, @Nullable String description) {
		if (this.over) {
			return;
		}
		if (this.home == null && !this.accepted) {
			forget();
			return;
		}
		this.parts.counters().departedSockets.incrementAndGet();
		this.lastRooms = List.copyOf(this.client.rooms());
		this.unhandled.end(new SocketDisconnect(this.client.namespace(), this.client.id(), this.adoptions,
				this.events + 1, reason.text(), description));
		sendWaiting();
	}

	boolean isDeparted() {
		return this.lastRooms != null;
	}

	// What the home does

	/**
	 * The home takes the socket: from now on it is adopted when that home is gone.
	 */
	void accept() {
		this.accepted = true;
	}

	void onHandled(EventsHandled message) {
		this.unhandled.handledUpTo(message.number());
		if (isDeparted() && this.unhandled.isEmpty()) {
			forget();
			return;
		}
		sendWaiting();
	}

	boolean hasTooMany() {
		return this.unhandled.tooMany();
	}

	void onReleased(NodeId sender, SocketReleased message) {
		this.unhandled.handledUpTo(message.handled());
		this.parts.releases().count(sender);
		leave(false);
	}

	void onData(SetSocketData message) {
		if (this.parts.dataLimit().allows(message)) {
			this.data = message.data();
		}
	}

	// Coming and going of homes

	@Nullable Home home() {
		return this.home;
	}

	Home moveTo(NodeId node) {
		this.adoptions++;
		Home next = new Home(node, this.adoptions);
		this.home = next;
		this.unhandled.resume();
		return next;
	}

	/**
	 * A backend is to be a home no more: if it is that of this socket, it gets nothing
	 * further of it and is asked to release it.
	 */
	void release(NodeId node) {
		Home present = this.home;
		if (present == null || !present.node().equals(node) || this.releasing) {
			return;
		}
		this.releasing = true;
		this.unhandled.holdBack();
		this.outbox.send(node, new ReleaseSocket(this.client.namespace(), this.client.id(), present.adoption()));
	}

	/**
	 * A backend is gone.
	 * @return whether it was the home
	 */
	boolean lose(NodeId node) {
		Home present = this.home;
		if (present == null || !present.node().equals(node)) {
			return false;
		}
		leave(true);
		return true;
	}

	private void leave(boolean lost) {
		this.home = null;
		this.releasing = false;
		this.lost = lost;
		this.unhandled.takeBack(lost);
		if (this.accepted ? isDeparted() && this.unhandled.isEmpty() : isDeparted()) {
			forget();
		}
		else if (this.accepted) {
			seekHome();
		}
		else {
			this.owner.onHomeless();
		}
	}

	/**
	 * Gives the socket a home if it has none and there is one; else it waits for one.
	 */
	void seekHome() {
		if (this.over || this.home != null) {
			return;
		}
		Topology topology = this.parts.backends().topology();
		NodeId node = topology.homeFor(this.client.namespace(), this.client.id());
		if (node != null) {
			beHomeless(false);
			adopt(node);
			return;
		}
		beHomeless(true);
		if (this.parts.backends().topology() != topology) {
			// Who woke those that are homeless may not have seen this one.
			seekHome();
		}
	}

	private void adopt(NodeId node) {
		Home next = moveTo(node);
		List<String> rooms = (this.lastRooms != null) ? this.lastRooms : List.copyOf(this.client.rooms());
		this.outbox.send(node, new SocketAdopt(this.client.namespace(), this.client.id(), next.adoption(),
				Handshakes.of(this.client), this.auth, rooms, this.data));
		GatewayCounters counters = this.parts.counters();
		(this.lost ? counters.adoptionsAfterLoss : counters.adoptionsAfterRelease).increment();
		counters.redeliveredEvents.add(this.unhandled.redelivered());
		sendWaiting();
	}

	private void sendWaiting() {
		Home present = this.home;
		if (present == null) {
			return;
		}
		DistributorMessage next = this.unhandled.next(present.adoption());
		while (next != null) {
			this.outbox.send(present.node(), next);
			next = this.unhandled.next(present.adoption());
		}
	}

	private void beHomeless(boolean homeless) {
		if (this.homeless == homeless) {
			return;
		}
		this.homeless = homeless;
		if (homeless) {
			this.parts.homeless().add(this);
		}
		else {
			this.parts.homeless().remove(this);
		}
	}

	/**
	 * Looks for a home again. May be called from any thread.
	 */
	void wake() {
		this.owner.execute(this::seekHome);
	}

	/**
	 * Ends the socket here, whatever was not handled.
	 */
	void forget() {
		if (this.over) {
			return;
		}
		this.over = true;
		this.home = null;
		this.releasing = false;
		beHomeless(false);
		this.unhandled.clear();
		if (isDeparted()) {
			this.parts.counters().departedSockets.decrementAndGet();
		}
		this.owner.onOver();
	}

	boolean isOver() {
		return this.over;
	}

	/**
	 * What the homes of a socket need of it.
	 */
	interface Owner {

		/**
		 * The home is gone before it accepted the socket.
		 */
		void onHomeless();

		/**
		 * Nothing is left to be handled, or it was given up.
		 */
		void onOver();

		/**
		 * Executes a task on the event loop. May be called from any thread.
		 * @param task the task
		 */
		void execute(Runnable task);

	}

}
