package io.distributor.engine.protocol.socketio;

import org.jspecify.annotations.Nullable;

/**
 * A client's wish to join a namespace, or the server's consent.
 *
 * @param namespace name of the namespace
 * @param payload UTF-8 bytes of a JSON object, or {@code null} for none
 */
public record ConnectPacket(String namespace, byte @Nullable [] payload) implements Packet {

}
