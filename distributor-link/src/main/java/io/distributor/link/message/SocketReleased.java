package io.distributor.link.message;

/**
 * This backend is the home of a socket no more, and says nothing further as its home: it
 * has handled the events up to a number and none of the others. Sent when asked for by
 * {@link ReleaseSocket}, and unasked by a backend that is leaving for what reaches it
 * nevertheless.
 *
 * @param namespace name of the namespace
 * @param socketId public id of the socket
 * @param adoption adoption number of the socket: 1 for its first home, one more with each
 * adoption
 * @param handled number of the last event handled, or 0
 * @param taken whether this backend has been the home at all: {@code false} if it gives
 * back at once what {@link SocketAdopt} gave it
 */
public record SocketReleased(String namespace, String socketId, long adoption, long handled,
		boolean taken) implements BackendMessage {

	/**
	 * Releases a socket that was taken.
	 * @param namespace name of the namespace
	 * @param socketId public id of the socket
	 * @param adoption adoption number of the socket
	 * @param handled number of the last event handled, or 0
	 */
	public SocketReleased(String namespace, String socketId, long adoption, long handled) {
		this(namespace, socketId, adoption, handled, true);
	}

	@Override
	public void deliverTo(Handler handler) {
		handler.onSocketReleased(this);
	}

}
