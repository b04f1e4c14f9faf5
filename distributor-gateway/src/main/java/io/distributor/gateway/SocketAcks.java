package io.distributor.gateway;

import org.jspecify.annotations.Nullable;

import io.distributor.engine.namespace.ClientSocket;
import io.distributor.engine.namespace.OutboundPacket;
import io.distributor.gateway.PendingAcks.PendingAck;
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

	private final WireAckIds wireAckIds;

	/** Set by the event loop, read by the thread of the link. */
	private volatile @Nullable AskedAcks asked;

	/** Set by the thread of the link, read by the event loop. */
	private volatile @Nullable PendingAcks pending;

	/** Set by the event loop, read by the thread of the link. */
	private volatile boolean closed;

	SocketAcks(ClientSocket client, GatewayParts parts, WireAckIds wireAckIds) {
		this.client = client;
		this.parts = parts;
		this.wireAckIds = wireAckIds;
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
		PendingAcks acks = this.pending;
		if (acks == null) {
			acks = new PendingAcks(this.parts.options().maxPendingAcks(), this.parts.counters());
			this.pending = acks;
		}
		long wireId = this.wireAckIds.next();
		acks.add(wireId, new PendingAck(asker, message.ackId()));
		if (this.closed) {
			acks.close();
		}
		this.client.send(OutboundPacket.event(message.namespace(), wireId, Payloads.arguments(message.payload()),
				message.droppable()));
	}

	/**
	 * The client answers. On the event loop.
	 * @param wireId id on the wire
	 * @return who waits for it, or {@code null} if nobody does
	 */
	@Nullable PendingAck take(long wireId) {
		PendingAcks acks = this.pending;
		PendingAck taken = (acks != null) ? acks.remove(wireId) : null;
		if (taken == null) {
			this.parts.counters().ignoredAcks.increment();
		}
		return taken;
	}

	/**
	 * The client is gone. On the event loop.
	 */
	void close() {
		this.closed = true;
		PendingAcks acks = this.pending;
		if (acks != null) {
			acks.close();
		}
	}

}
