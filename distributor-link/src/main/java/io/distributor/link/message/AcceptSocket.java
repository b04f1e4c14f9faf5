package io.distributor.link.message;

/**
 * The home accepts a client.
 *
 * @param namespace name of the namespace
 * @param socketId public id of the socket
 * @param adoption adoption number of the socket: 1 for its first home, one more with each
 * adoption
 */
public record AcceptSocket(String namespace, String socketId, long adoption) implements BackendMessage {

	@Override
	public void deliverTo(Handler handler) {
		handler.onAcceptSocket(this);
	}

}
