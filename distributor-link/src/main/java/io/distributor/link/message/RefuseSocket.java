package io.distributor.link.message;

import org.jspecify.annotations.Nullable;

/**
 * The home refuses a client.
 *
 * @param namespace name of the namespace
 * @param socketId public id of the socket
 * @param adoption adoption number of the socket: 1 for its first home, one more with each
 * adoption
 * @param message text for the client
 * @param data UTF-8 bytes of any JSON value for the client, or {@code null}
 */
public record RefuseSocket(String namespace, String socketId, long adoption, String message,
		byte @Nullable [] data) implements BackendMessage {

	@Override
	public void deliverTo(Handler handler) {
		handler.onRefuseSocket(this);
	}

}
