package io.distributor.engine.protocol.socketio;

/**
 * An event.
 *
 * @param namespace name of the namespace
 * @param id id of the acknowledgement asked for, or {@link #NO_ID}
 * @param arguments event name and arguments
 */
public record EventPacket(String namespace, long id, PacketArguments arguments) implements Packet {

	/** Stands for "no acknowledgement is asked for". */
	public static final long NO_ID = -1;

}
