package io.distributor.link.message;

/**
 * The distributor wants to give a socket another home, and sends this one no more of its
 * events until then. The home finishes what it has of the socket and answers with
 * {@link SocketReleased}; one that does not know the socket answers at once.
 *
 * @param namespace name of the namespace
 * @param socketId public id of the socket
 * @param adoption adoption number of the socket: 1 for its first home, one more with each
 * adoption
 */
public record ReleaseSocket(String namespace, String socketId, long adoption) implements DistributorMessage {

	@Override
	public void deliverTo(Handler handler) {
		handler.onReleaseSocket(this);
	}

}
