package io.distributor.link.message;

/**
 * The home sets the data of a socket: what the distributor keeps for it and gives to its
 * next home. It takes the place of all earlier data.
 *
 * @param namespace name of the namespace
 * @param socketId public id of the socket
 * @param adoption adoption number of the socket: 1 for its first home, one more with each
 * adoption
 * @param data UTF-8 bytes of a JSON object
 */
public record SetSocketData(String namespace, String socketId, long adoption, byte[] data) implements BackendMessage {

	@Override
	public void deliverTo(Handler handler) {
		handler.onSetSocketData(this);
	}

}
