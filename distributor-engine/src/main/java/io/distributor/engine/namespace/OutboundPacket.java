package io.distributor.engine.namespace;

import io.distributor.engine.protocol.socketio.PacketArguments;

/**
 * A packet for one client or many, encoded once. Immutable, may be shared by threads.
 */
public final class OutboundPacket {

	private final String namespace;

	private final boolean acknowledgement;

	private final long ackId;

	private final PacketArguments arguments;

	private final boolean droppable;

	private OutboundPacket(String namespace, boolean acknowledgement, long ackId, PacketArguments arguments,
			boolean droppable) {
		this.namespace = namespace;
		this.acknowledgement = acknowledgement;
		this.ackId = ackId;
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
		return new OutboundPacket(namespace, false, ackId, arguments, droppable);
	}

	/**
	 * Creates an acknowledgement.
	 * @param namespace name of the namespace
	 * @param ackId id the client gave its event
	 * @param arguments arguments of the answer
	 * @return the packet
	 */
	public static OutboundPacket ack(String namespace, long ackId, PacketArguments arguments) {
		return new OutboundPacket(namespace, true, ackId, arguments, false);
	}

}
