package io.distributor.engine.protocol.socketio;

/**
 * One side leaves a namespace.
 *
 * @param namespace name of the namespace
 */
public record DisconnectPacket(String namespace) implements Packet {

}
