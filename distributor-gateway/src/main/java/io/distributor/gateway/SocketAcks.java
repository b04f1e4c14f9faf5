package io.distributor.gateway;

import org.jspecify.annotations.Nullable;

import io.distributor.engine.namespace.ClientSocket;
import io.distributor.engine.namespace.OutboundPacket;
import io.distributor.engine.protocol.socketio.PacketArguments;
import io.distributor.link.message.EmitToSocket;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.presence.NodeId;

/**
 * The acknowledgements between one client and the backends, in both directions. They
 * outlive homes: whatever home a socket has by then may answer its client.
 * <p>
 * Each method says who may call it. What the client is to get is sent by the thread of
 * the link itself: were it sent by a task of the event loop, a later broadcast could
 * overtake it.
 */
final class SocketAcks {

	private final ClientSocket client;

	private final GatewayParts parts;

	private final Outbox outbox;

	private final SocketHomes.Owner socket;

	/** Set by the event loop, read by the thread of the link. */
	private volatile @Nullable AskedAcks asked;

	/** Guarded by this. */
	private @Nullable PendingAcks pending;

	/**
	 * Creates the acknowledgements: none.
	 * @param client the client
	 * @param parts what all sockets work with
	 * @param outbox takes the answers
	 * @param socket the socket
	 */
	SocketAcks(ClientSocket client, GatewayParts parts, Outbox outbox, SocketHomes.Owner socket) {
		this.client = client;
		this.parts = parts;
		this.outbox = outbox;
		this.socket = socket;
	}

	/**
	 * The client wants an acknowledgement of its event. On the event loop.
	 */
	void ask(long ackId) {
		AskedAcks acks = this.asked;
		if (acks == null) {
			acks = new AskedAcks(this.parts.options().maxPendingAcks());
			this.asked = acks;
		}
		if (acks.add(ackId)) {
			this.parts.counters().forgottenAcks.increment();
		}
	}

	/**
	 * The home answers an event of the client. On the thread of the link.
	 */
	void answer(EventAnswer message) {
		AskedAcks acks = this.asked;
		if (acks == null || !acks.remove(message.ackId())) {
			this.parts.counters().ignoredAcks.increment();
			return;
		}
		this.client
			.send(OutboundPacket.ack(message.namespace(), message.ackId(), Payloads.arguments(message.payload())));
	}

	/**
	 * A backend, be it the home or another one, wants to know what the client answers. On
	 * the thread of the link.
	 */
	void question(NodeId asker, EmitToSocket message) {
		long wireId = this.parts.wireAckIds().next();
		add(wireId, new PendingAck.Single(asker, message.ackId()));
		this.client.send(OutboundPacket.event(message.namespace(), wireId, Payloads.arguments(message.payload()),
				message.droppable()));
	}

	/**
	 * Somebody wants to know what many clients answer, this one among them. On the event
	 * loop.
	 * @param wireId id on the wire, the same for all of them
	 * @param ack who asks
	 * @param packet the question
	 */
	void question(long wireId, PendingAck ack, OutboundPacket packet) {
		add(wireId, ack);
		this.client.send(packet);
	}

	private void add(long wireId, PendingAck ack) {
		PendingAck forgotten = pending().add(wireId, ack);
		if (forgotten != null) {
			this.socket.execute(() -> forgotten.noAnswer(this.outbox, this.client.id()));
		}
	}

	private synchronized PendingAcks pending() {
		PendingAcks acks = this.pending;
		if (acks == null) {
			acks = new PendingAcks(this.parts.options().maxPendingAcks(), this.parts.counters());
			this.pending = acks;
		}
		return acks;
	}

	/**
	 * The client answers. On the event loop.
	 * @param wireId id on the wire
	 * @param arguments arguments of the answer
	 */
	void onAck(long wireId, PacketArguments arguments) {
		PendingAck ack = pending().remove(wireId);
		if (ack == null) {
			this.parts.counters().ignoredAcks.increment();
			return;
		}
		ack.answer(this.outbox, this.client.namespace(), this.client.id(), Payloads.of(arguments));
	}

	/**
	 * The client is gone. On the event loop.
	 */
	void close() {
		pending().close().forEach((ack) -> ack.noAnswer(this.outbox, this.client.id()));
	}

}
