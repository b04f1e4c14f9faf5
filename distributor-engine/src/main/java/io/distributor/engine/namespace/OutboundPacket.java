package io.distributor.engine.namespace;

import org.jspecify.annotations.Nullable;

import io.distributor.engine.protocol.socketio.AckPacket;
import io.distributor.engine.protocol.socketio.EventPacket;
import io.distributor.engine.protocol.socketio.Packet;
import io.distributor.engine.protocol.socketio.PacketArguments;
import io.distributor.engine.protocol.socketio.PacketEncoder;
import io.distributor.engine.session.OutboundMessage;

/**
 * A packet for one client or many, encoded once, when it is first sent. Immutable, may be
 * shared by threads.
 */
public final class OutboundPacket {

	private final Packet packet;

	private final PacketArguments arguments;

	private final boolean droppable;

	private volatile @Nullable OutboundMessage message;

	private OutboundPacket(Packet packet, PacketArguments arguments, boolean droppable) {
		this.packet = packet;
		this.arguments = arguments;
		this.droppable = droppable;
	}

	/**
	 * Creates an event packet.
	 * @param namespace name of the namespace
	 * @param ackId id of the acknowledgement asked for, or {@link SocketHandler#NO_ACK}
	 * @param arguments event name and arguments, valid JSON
	 * @param droppable whether the packet may be dropped when the client does not read
	 * (volatile)
	 * @return the packet
	 */
	public static OutboundPacket event(String namespace, long ackId, PacketArguments arguments, boolean droppable) {
		return new OutboundPacket(new EventPacket(namespace, ackId, arguments), arguments, droppable);
	}

	/**
	 * Creates an acknowledgement.
	 * @param namespace name of the namespace
	 * @param ackId id the client gave its event
	 * @param arguments arguments of the answer
	 * @return the packet
	 */
	public static OutboundPacket ack(String namespace, long ackId, PacketArguments arguments) {
		return new OutboundPacket(new AckPacket(namespace, ackId, arguments), arguments, false);
	}

	void checkNamespace(String namespace) {
		if (!this.packet.namespace().equals(namespace)) {
			throw new IllegalArgumentException(
					"packet: one of " + this.packet.namespace() + " (expected: one of " + namespace + ")");
		}
	}

	OutboundMessage message() {
		OutboundMessage present = this.message;
		return (present != null) ? present : encode();
	}

	/** All must share one message: transports keep the framed bytes in it. */
	private synchronized OutboundMessage encode() {
		OutboundMessage present = this.message;
		if (present == null) {
			present = new OutboundMessage(PacketEncoder.encode(this.packet), this.arguments.attachments(),
					this.droppable);
			this.message = present;
		}
		return present;
	}

}
