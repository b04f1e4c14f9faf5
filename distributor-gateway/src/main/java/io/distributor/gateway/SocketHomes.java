package io.distributor.gateway;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.distributor.engine.namespace.ClientSocket;
import io.distributor.engine.protocol.socketio.PacketArguments;
import io.distributor.engine.session.CloseReason;
import io.distributor.link.message.DistributorMessage;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.ReleaseSocket;
import io.distributor.link.message.RequestDone;
import io.distributor.link.message.RoomsChanged;
import io.distributor.link.message.SetSocketData;
import io.distributor.link.message.SocketDetails;
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

	private final SocketDescription description;

	private final GatewayParts parts;

	private final Outbox outbox;

	private final ReadingValve valve;

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

	private boolean departed;

	private @Nullable Homelessness homelessness;

	private boolean over;

	SocketHomes(ClientSocket client, byte @Nullable [] auth, GatewayParts parts, Outbox outbox, ReadingValve valve,
			Owner owner) {
		this.client = client;
		this.description = new SocketDescription(client, auth);
		this.parts = parts;
		this.outbox = outbox;
		this.valve = valve;
		this.owner = owner;
		GatewayOptions options = parts.options();
		this.unhandled = new UnhandledEvents(options.maxUnhandledEvents(), options.maxUnhandledBytes(),
				parts.counters().heldMessages, parts.unhandledTotal().share(client.executor()));
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

	void execute(Runnable task) {
		this.owner.execute(task);
	}

	// What the client does

	void onEvent(PacketArguments arguments, long ackId) {
		this.events++;
		SocketEvent event = new SocketEvent(this.client.namespace(), this.client.id(), this.adoptions, this.events,
				ackId, false, Payloads.of(arguments));
		Home present = this.home;
		if (this.unhandled.add(event) && present != null) {
			this.outbox.send(present.node(), event);
		}
		this.valve.homeBehind(this.unhandled.tooMany());
		if (this.homelessness != null) {
			this.homelessness.checkLimits(this.unhandled);
		}
		else if (this.parts.unhandledTotal().isExceeded()) {
			this.valve.stopUntilRelief(this.parts.unhandledTotal());
		}
	}

	/**
	 * The client has left.
	 */
	void depart(CloseReason reason, @Nullable String detail) {
		if (this.over) {
			return;
		}
		if (this.home == null && !this.accepted) {
			forget();
			return;
		}
		this.departed = true;
		boolean tooMany = this.parts.departed().enter();
		this.description.keepRooms();
		this.unhandled.end(this.description.disconnect(this.adoptions, this.events + 1, reason, detail));
		sendWaiting();
		if (tooMany) {
			this.parts.departed().countForgotten(this.client.executor());
			forget();
		}
		else if (this.homelessness != null) {
			this.homelessness.onDeparture();
		}
	}

	boolean isDeparted() {
		return this.departed;
	}

	// What the home does; fenced, but for the first

	/**
	 * The home takes the socket: from now on it is adopted when that home is gone.
	 * @param user name of the user whose socket it is, or {@code null}
	 */
	void accept(@Nullable String user) {
		this.accepted = true;
		this.description.keepUser(user);
	}

	void onHandled(NodeId sender, EventsHandled message) {
		if (!isHome(sender, message.adoption())) {
			ignore();
			return;
		}
		this.unhandled.handledUpTo(message.number());
		if (this.departed && this.unhandled.isEmpty()) {
			forget();
			return;
		}
		sendWaiting();
		updateValve();
	}

	void onReleased(NodeId sender, SocketReleased message) {
		if (!isHome(sender, message.adoption())) {
			ignore();
			return;
		}
		this.unhandled.handledUpTo(message.handled());
		this.parts.releases().count(sender);
		if (!message.taken()) {
			this.description.restoreToldRooms();
		}
		leave(false);
		updateValve();
	}

	void onData(NodeId sender, SetSocketData message) {
		if (!isHome(sender, message.adoption())) {
			ignore();
		}
		else if (this.parts.dataLimit().allows(message, this.description.dataBytes())) {
			this.description.keepData(message.data());
		}
	}

	private void ignore() {
		this.parts.counters().ignoredMessages.increment();
	}

	private void updateValve() {
		if (!this.departed) {
			this.valve.homeBehind(this.unhandled.tooMany());
		}
	}

	/**
	 * Returns whether a backend is the home, whatever the number.
	 */
	boolean isAtHome(NodeId node) {
		Home present = this.home;
		return present != null && present.node().equals(node);
	}

	/**
	 * Answers a request of the home, behind what it is told of the socket.
	 */
	void answer(NodeId asker, RequestDone answer) {
		this.outbox.send(asker, answer);
	}

	/**
	 * The socket joined or left rooms, for whoever asked. While it is released, or has no
	 * home, the next home is told.
	 */
	void tellRooms(List<String> joined, List<String> left) {
		Home present = this.home;
		if (present != null && !this.releasing && !this.departed) {
			this.outbox.send(present.node(),
					new RoomsChanged(this.client.namespace(), this.client.id(), present.adoption(), joined, left));
		}
	}

	/**
	 * Describes the socket to whoever asks.
	 */
	SocketDetails describe() {
		Home present = this.home;
		return this.description.describe((present != null) ? present.node().value() : null);
	}

	// Coming and going of homes

	@Nullable Home home() {
		return this.home;
	}

	/**
	 * Asks a backend whether it takes the socket.
	 */
	void connect(NodeId node) {
		this.parts.dataLimit().release(this.description.beginAnew());
		Home next = moveTo(node);
		this.outbox.send(node, this.description.connect(next.adoption()));
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
		this.description.keepToldRooms();
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
		this.description.keepToldRooms();
		this.home = null;
		this.releasing = false;
		this.lost = lost;
		this.unhandled.takeBack(lost);
		if (this.departed && (!this.accepted || this.unhandled.isEmpty())) {
			forget();
		}
		else if (this.accepted) {
			this.homelessness = new Homelessness(this, this.client, this.parts);
			this.homelessness.seekHome();
		}
		else {
			this.owner.onHomeless();
		}
	}

	/**
	 * A backend gets the socket, which it did not ask for, and what is not handled.
	 */
	void adopt(NodeId node) {
		this.homelessness = null;
		Home next = moveTo(node);
		this.outbox.send(node, this.description.adopt(next.adoption()));
		GatewayCounters counters = this.parts.counters();
		(this.lost ? counters.adoptionsAfterLoss : counters.adoptionsAfterRelease).increment();
		counters.redeliveredEvents.add(this.unhandled.redelivered());
		sendWaiting();
	}

	private Home moveTo(NodeId node) {
		this.adoptions++;
		Home next = new Home(node, this.adoptions);
		this.home = next;
		this.unhandled.resume();
		return next;
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
		this.unhandled.clear();
		this.parts.dataLimit().release(this.description.dropData());
		if (this.homelessness != null) {
			this.homelessness.end();
			this.homelessness = null;
		}
		if (this.departed) {
			this.parts.departed().exit();
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
