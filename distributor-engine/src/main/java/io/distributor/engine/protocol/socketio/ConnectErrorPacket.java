package io.distributor.engine.protocol.socketio;

/**
 * The server's refusal of a client's wish to join a namespace.
 *
 * @param namespace name of the namespace
 * @param payload UTF-8 bytes of a JSON object
 */
public record ConnectErrorPacket(String namespace, byte[] payload) implements Packet {

}
