package io.distributor.link.message;

import org.jspecify.annotations.Nullable;

/**
 * A client wants to join a namespace; its home answers with {@link AcceptSocket} or
 * {@link RefuseSocket}, or with {@link SocketReleased} if it is leaving.
 *
 * @param namespace name of the namespace
 * @param socketId public id of the socket
 * @param adoption adoption number of the socket: 1 for its first home, one more with each
 * adoption
 * @param handshake what the distributor knows of the client
 * @param auth UTF-8 bytes of the JSON object the client sent as auth, or {@code null}
 */
public record SocketConnect(String namespace, String socketId, long adoption, SocketHandshake handshake,
		byte @Nullable [] auth) implements DistributorMessage {

	@Override
	public void deliverTo(Handler handler) {
		handler.onSocketConnect(this);
	}

}
