package io.distributor.engine.protocol.socketio;

/**
 * The answer to an event.
 *
 * @param namespace name of the namespace
 * @param id id the event was sent with
 * @param arguments arguments of the answer
 */
public record AckPacket(String namespace, long id, PacketArguments arguments) implements Packet {

}
