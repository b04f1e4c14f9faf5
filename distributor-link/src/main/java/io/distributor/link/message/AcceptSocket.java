package io.distributor.link.message;

import org.jspecify.annotations.Nullable;

/**
 * The home accepts a client.
 *
 * @param namespace name of the namespace
 * @param socketId public id of the socket
 * @param adoption adoption number of the socket: 1 for its first home, one more with each
 * adoption
 * @param user name of the user whose socket it is, or {@code null}: the socket is in
 * {@link UserRoom} of that user from now on
 */
public record AcceptSocket(String namespace, String socketId, long adoption,
		@Nullable String user) implements BackendMessage {

	/**
	 * Accepts a client that is nobody's.
	 * @param namespace name of the namespace
	 * @param socketId public id of the socket
	 * @param adoption adoption number of the socket
	 */
	public AcceptSocket(String namespace, String socketId, long adoption) {
		this(namespace, socketId, adoption, null);
	}

	@Override
	public void deliverTo(Handler handler) {
		handler.onAcceptSocket(this);
	}

}
