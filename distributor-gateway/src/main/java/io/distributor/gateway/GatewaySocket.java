package io.distributor.gateway;

import java.util.concurrent.RejectedExecutionException;

import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;

import io.distributor.engine.namespace.ClientSocket;
import io.distributor.engine.namespace.ConnectRequest;
import io.distributor.engine.namespace.OutboundPacket;
import io.distributor.engine.namespace.SocketHandler;
import io.distributor.engine.protocol.socketio.PacketArguments;
import io.distributor.engine.session.CloseReason;
import io.distributor.gateway.PendingAcks.PendingAck;
import io.distributor.link.message.DistributorMessage;
import io.distributor.link.message.EmitToSocket;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.RefuseSocket;
import io.distributor.link.message.SocketAnswer;
import io.distributor.link.message.SocketDisconnect;
import io.distributor.link.message.SocketEvent;
import io.distributor.link.presence.NodeId;

/**
 * One socket between its client and its home. Its state belongs to the event loop of its
 * session; every method is to be called there, apart from those in the first section.
 * <p>
 * What the client is to get is sent by the thread of the link itself: were it sent by a
 * task of the event loop, a later broadcast could overtake it.
 */
final class GatewaySocket implements SocketHandler {

	private final ClientSocket client;

	private final GatewayParts parts;

	private final ReadingValve valve;

	private final Outbox outbox;

	private final UnhandledEvents unhandled;

	private final WireAckIds wireAckIds;

	/** Set by the event loop, read by the thread of the link. */
	private volatile @Nullable AskedAcks askedAcks;

	/** Set by the thread of the link, read by the event loop. */
	private volatile @Nullable PendingAcks pendingAcks;

	/** Set by the event loop, read by the thread of the link. */
	private volatile @Nullable Home home;

	/** Set by the event loop, read by the thread of the link. */
	private volatile boolean gone;

	private @Nullable ConnectAttempt attempt;

	private long adoptions;

	private long events;

	private boolean listed;

	private @Nullable Farewell farewell;

	GatewaySocket(ConnectRequest request, GatewayParts parts, WireAckIds wireAckIds) {
		this.client = request.socket();
		this.parts = parts;
		this.wireAckIds = wireAckIds;
		GatewayCounters counters = parts.counters();
		this.valve = new ReadingValve(this.client, counters.pausedSockets);
		this.outbox = new Outbox(parts.outlet(), this.client.executor(), this.valve, counters.heldMessages);
		this.unhandled = new UnhandledEvents(parts.options().maxUnhandledEvents(), parts.options().maxUnhandledBytes(),
				counters.heldMessages);
		this.attempt = new ConnectAttempt(this, request, parts);
	}

	// From any thread, but each of the next two from the thread of the link only

	/**
	 * The home answers an event of the client.
	 */
	void answer(NodeId sender, EventAnswer message) {
		AskedAcks asked = this.askedAcks;
		if (!isHome(sender, message.adoption())) {
			ignore();
		}
		else if (asked == null || !asked.remove(message.ackId())) {
			this.parts.counters().ignoredAcks.increment();
		}
		else {
			this.client.send(OutboundPacket.ack(namespace(), message.ackId(), Payloads.arguments(message.payload())));
		}
	}

	/**
	 * A backend, be it the home or another one, wants to know what the client answers.
	 */
	void question(NodeId asker, EmitToSocket message) {
		PendingAcks pending = this.pendingAcks;
		if (pending == null) {
			pending = new PendingAcks(this.parts.options().maxPendingAcks(), this.parts.counters());
			this.pendingAcks = pending;
		}
		long wireId = this.wireAckIds.next();
		pending.add(wireId, new PendingAck(asker, message.ackId()));
		if (this.gone) {
			pending.close();
		}
		this.client.send(
				OutboundPacket.event(namespace(), wireId, Payloads.arguments(message.payload()), message.droppable()));
	}

	String id() {
		return this.client.id();
	}

	String namespace() {
		return this.client.namespace();
	}

	ClientSocket client() {
		return this.client;
	}

	EventExecutor executor() {
		return this.client.executor();
	}

	/**
	 * Runs a task on the event loop, unless the server has stopped.
	 */
	void execute(Runnable task) {
		try {
			this.client.executor().execute(task);
		}
		catch (RejectedExecutionException ex) {
			this.parts.counters().ignoredMessages.increment();
		}
	}

	// What the client does

	void start() {
		if (this.attempt != null) {
			this.attempt.start();
		}
	}

	@Override
	public void onEvent(PacketArguments arguments, long ackId) {
		Home home = this.home;
		if (home == null || this.attempt != null) {
			return;
		}
		this.parts.counters().eventsIn.increment();
		if (ackId != NO_ACK) {
			ask(ackId);
		}
		this.events++;
		SocketEvent event = new SocketEvent(namespace(), id(), home.adoption(), this.events, ackId, false,
				Payloads.of(arguments));
		if (this.unhandled.add(event)) {
			this.outbox.send(home.node(), event);
		}
		this.valve.homeBehind(this.unhandled.tooMany());
	}

	private void sendWaitingEvents(Home home) {
		SocketEvent next = this.unhandled.next();
		while (next != null) {
			this.outbox.send(home.node(), next);
			next = this.unhandled.next();
		}
	}

	private void ask(long ackId) {
		AskedAcks asked = this.askedAcks;
		if (asked == null) {
			asked = new AskedAcks(this.parts.options().maxPendingAcks());
			this.askedAcks = asked;
		}
		if (asked.add(ackId)) {
			this.parts.counters().forgottenAcks.increment();
		}
	}

	@Override
	public void onAck(long ackId, PacketArguments arguments) {
		PendingAcks acks = this.pendingAcks;
		PendingAck pending = (acks != null) ? acks.remove(ackId) : null;
		if (pending == null) {
			this.parts.counters().ignoredAcks.increment();
			return;
		}
		this.outbox.send(pending.asker(), new SocketAnswer(namespace(), id(), pending.id(), Payloads.of(arguments)));
	}

	@Override
	public void onDisconnect(CloseReason reason, @Nullable String description) {
		if (this.gone) {
			return;
		}
		if (this.unhandled.isAllSent()) {
			leaveHome(reason, description);
		}
		else {
			this.farewell = new Farewell(reason, description);
		}
		vanish();
	}

	// What its home does

	void onAccept(NodeId sender, long adoption) {
		ConnectAttempt pending = this.attempt;
		if (pending == null || !isHome(sender, adoption)) {
			ignore();
			return;
		}
		this.attempt = null;
		this.parts.counters().sockets.incrementAndGet();
		pending.accept();
	}

	void onRefuse(NodeId sender, RefuseSocket message) {
		ConnectAttempt pending = this.attempt;
		if (pending == null || !isHome(sender, message.adoption())) {
			ignore();
			return;
		}
		this.home = null;
		pending.refuse(message.message(), message.data());
	}

	void onHandled(NodeId sender, EventsHandled message) {
		Home home = this.home;
		if (home == null || !home.matches(sender, message.adoption())) {
			ignore();
			return;
		}
		this.unhandled.handledUpTo(message.number());
		sendWaitingEvents(home);
		this.valve.homeBehind(this.unhandled.tooMany());
		Farewell last = this.farewell;
		if (last != null && this.unhandled.isAllSent()) {
			leaveHome(last.reason(), last.description());
			delist();
		}
	}

	private boolean isHome(NodeId sender, long adoption) {
		Home home = this.home;
		return home != null && home.matches(sender, adoption);
	}

	private void ignore() {
		this.parts.counters().ignoredMessages.increment();
	}

	// Homes

	@Nullable Home home() {
		return this.home;
	}

	/**
	 * Makes this socket known: messages reach it, and it is told when backends go.
	 */
	void enlist() {
		if (!this.listed) {
			this.listed = true;
			this.parts.directory().add(this);
		}
	}

	Home moveTo(NodeId node) {
		this.adoptions++;
		Home moved = new Home(node, this.adoptions);
		this.home = moved;
		return moved;
	}

	/**
	 * A backend is gone, or owns the namespace no more. A client that is connecting gets
	 * another home. That of a connected one would have to know what this one knew: until
	 * homes can be handed over, the client starts afresh, which it does by itself when
	 * its connection is lost.
	 */
	void onHomeGone(NodeId node) {
		Home left = this.home;
		if (left == null || !left.node().equals(node)) {
			return;
		}
		leaveHome(CloseReason.FORCED_CLOSE, "home is gone");
		this.unhandled.clear();
		if (this.gone) {
			delist();
			return;
		}
		if (this.attempt != null) {
			this.attempt.seekHome();
			return;
		}
		this.parts.counters().homesLost.increment();
		closeConnection(CloseReason.FORCED_CLOSE, "home " + node + " is gone");
	}

	/**
	 * Tells the home, if there is one, that the socket is gone, and has none from then
	 * on.
	 */
	void leaveHome(CloseReason reason, @Nullable String description) {
		Home left = this.home;
		if (left != null) {
			this.home = null;
			send(left.node(), new SocketDisconnect(namespace(), id(), left.adoption(), this.events + 1, reason.text(),
					description));
		}
	}

	void send(NodeId receiver, DistributorMessage message) {
		this.outbox.send(receiver, message);
	}

	// The end

	void closeConnection(CloseReason reason, @Nullable String description) {
		this.client.closeConnection(reason, description);
	}

	/**
	 * Forgets everything about this socket but what is still to be sent.
	 */
	void vanish() {
		this.gone = true;
		if (this.attempt != null) {
			this.attempt.finish();
			this.attempt = null;
		}
		else {
			this.parts.counters().sockets.decrementAndGet();
		}
		PendingAcks pending = this.pendingAcks;
		if (pending != null) {
			pending.close();
		}
		this.valve.homeBehind(false);
		if (this.farewell == null) {
			delist();
		}
	}

	private void delist() {
		if (this.listed) {
			this.listed = false;
			this.parts.directory().remove(this);
		}
	}

	/**
	 * Why a client left whose events its home has not all got yet.
	 *
	 * @param reason why
	 * @param description detail, or {@code null}
	 */
	private record Farewell(CloseReason reason, @Nullable String description) {

	}

}
