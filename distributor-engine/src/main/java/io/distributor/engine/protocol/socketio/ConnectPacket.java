package io.distributor.engine.protocol.socketio;

import org.jspecify.annotations.Nullable;

/**
 * A client's wish to join a namespace, or the server's consent.
 *
 * @param namespace name of the namespace
 * @param query query string the namespace was given with, without its question mark, or
 * {@code null} for none
 * @param payload UTF-8 bytes of a JSON object, or {@code null} for none
 */
public record ConnectPacket(String namespace, @Nullable String query, byte @Nullable [] payload) implements Packet {

	/**
	 * Creates a packet without a query string.
	 * @param namespace name of the namespace
	 * @param payload UTF-8 bytes of a JSON object, or {@code null} for none
	 */
	public ConnectPacket(String namespace, byte @Nullable [] payload) {
		this(namespace, null, payload);
	}

}
