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
import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.EmitToSocket;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.RefuseSocket;
import io.distributor.link.message.SocketDetails;
import io.distributor.link.message.SocketReleased;
import io.distributor.link.presence.NodeId;

/**
 * One socket between its client and its homes. Its state belongs to the event loop of its
 * session; every method is to be called there, apart from those in the first section.
 */
final class GatewaySocket implements SocketHandler, SocketHomes.Owner {

	private final ClientSocket client;

	private final GatewayParts parts;

	private final ReadingValve valve;

	private final SocketAcks acks;

	private final SocketHomes homes;

	/** Set by the event loop, read by the thread of the link. */
	private volatile boolean gone;

	private @Nullable ConnectAttempt attempt;

	private boolean listed;

	GatewaySocket(ConnectRequest request, GatewayParts parts) {
		this.client = request.socket();
		this.parts = parts;
		GatewayCounters counters = parts.counters();
		this.valve = new ReadingValve(this.client, counters.pausedSockets);
		Outbox outbox = new Outbox(parts.outlet(), this.client.executor(), this.valve, counters.heldMessages);
		this.acks = new SocketAcks(this.client, parts, outbox, this);
		this.homes = new SocketHomes(this.client, request.auth(), parts, outbox, this.valve, this);
		this.attempt = new ConnectAttempt(this, request, parts);
	}

	// From any thread, but each of the next three from the thread of the link only

	/**
	 * The home answers an event of the client.
	 */
	void answer(NodeId sender, EventAnswer message) {
		if (this.homes.isHome(sender, message.adoption())) {
			this.acks.answer(message);
		}
		else {
			ignore();
		}
	}

	/**
	 * A backend, be it the home or another one, wants to know what the client answers.
	 */
	void question(NodeId asker, EmitToSocket message) {
		this.acks.question(asker, message);
	}

	/**
	 * Returns whether the home releases this socket without having been asked to.
	 */
	boolean isReleasedUnasked(NodeId sender, SocketReleased message) {
		return this.homes.isHome(sender, message.adoption()) && !this.homes.isReleasing();
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
	 * Returns whether the client has left; its home may not have handled everything yet.
	 */
	boolean isGone() {
		return this.gone;
	}

	@Override
	public void execute(Runnable task) {
		if (!tryExecute(task)) {
			this.parts.counters().ignoredMessages.increment();
		}
	}

	/**
	 * Executes a task on the event loop.
	 * @return {@code false} if the server has stopped: it will never be executed
	 */
	boolean tryExecute(Runnable task) {
		try {
			this.client.executor().execute(task);
			return true;
		}
		catch (RejectedExecutionException ex) {
			return false;
		}
	}

	/**
	 * Somebody wants to know what many clients answer, this one among them. On the event
	 * loop.
	 */
	void question(long wireId, PendingAck ack, OutboundPacket packet) {
		this.acks.question(wireId, ack, packet);
	}

	/**
	 * Returns whether the client has been accepted and is still there. On the event loop.
	 */
	boolean isConnected() {
		return this.attempt == null && !this.gone;
	}

	/**
	 * Describes the socket as it is now. On the event loop.
	 */
	SocketDetails describe() {
		return this.homes.describe();
	}

	// What the client does

	void start() {
		if (this.attempt != null) {
			this.attempt.start();
		}
	}

	@Override
	public void onEvent(PacketArguments arguments, long ackId) {
		if (this.attempt != null || this.homes.isOver()) {
			return;
		}
		this.parts.counters().eventsIn.increment();
		if (ackId != NO_ACK) {
			this.acks.ask(ackId);
		}
		this.homes.onEvent(arguments, ackId);
	}

	@Override
	public void onAck(long ackId, PacketArguments arguments) {
		this.acks.onAck(ackId, arguments);
	}

	@Override
	public void onDisconnect(CloseReason reason, @Nullable String description) {
		if (!this.gone) {
			vanish(reason, description);
		}
	}

	// What its home does

	void onAccept(NodeId sender, AcceptSocket message) {
		ConnectAttempt pending = this.attempt;
		if (!this.homes.isHome(sender, message.adoption()) || pending == null && !this.gone) {
			ignore();
			return;
		}
		// Also of a client that has left: its home expects to hear that it is gone.
		this.homes.accept(message.user());
		if (pending != null) {
			this.attempt = null;
			this.parts.counters().sockets.incrementAndGet();
			pending.accept();
		}
	}

	void onRefuse(NodeId sender, RefuseSocket message) {
		ConnectAttempt pending = this.attempt;
		if (pending == null || !this.homes.isHome(sender, message.adoption())) {
			ignore();
			return;
		}
		this.homes.forget();
		pending.refuse(message.message(), message.data());
	}

	private void ignore() {
		this.parts.counters().ignoredMessages.increment();
	}

	// Homes

	SocketHomes homes() {
		return this.homes;
	}

	/**
	 * Makes this socket known: messages reach it, and it is told what becomes of its
	 * homes.
	 * @param pattern the pattern by which its namespace is owned, if it is
	 */
	void enlist(@Nullable String pattern) {
		if (!this.listed && !this.homes.isOver()) {
			this.listed = true;
			this.parts.directory().add(this, pattern);
		}
	}

	@Override
	public void onHomeless() {
		if (this.attempt != null) {
			this.attempt.seekHome();
		}
	}

	/**
	 * This distributor was taken for dead, so the homes of its sockets have told their
	 * applications that the sockets are gone; no socket rises again.
	 * @return whether the connection had to be closed for it
	 */
	boolean onFenced() {
		Home left = this.homes.home();
		if (left == null) {
			return false;
		}
		if (this.attempt != null) {
			this.homes.lose(left.node());
			return false;
		}
		this.homes.forget();
		if (this.gone) {
			return false;
		}
		closeConnection(CloseReason.FORCED_CLOSE, "distributor was taken for dead");
		return true;
	}

	// The end

	void closeConnection(CloseReason reason, @Nullable String description) {
		this.client.closeConnection(reason, description);
	}

	/**
	 * The client is gone, or refused. Only what its home is still to handle is kept.
	 */
	void vanish(CloseReason reason, @Nullable String description) {
		this.gone = true;
		if (this.attempt != null) {
			this.attempt.finish();
			this.attempt = null;
		}
		else {
			this.parts.counters().sockets.decrementAndGet();
		}
		this.acks.close();
		this.valve.open();
		this.homes.depart(reason, description);
	}

	@Override
	public void onOver() {
		if (this.listed) {
			this.listed = false;
			this.parts.directory().remove(this);
		}
	}

}
