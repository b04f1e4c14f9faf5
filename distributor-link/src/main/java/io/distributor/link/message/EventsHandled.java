package io.distributor.link.message;

/**
 * The home has handled all events of a socket up to a number; the last one may be its
 * disconnect.
 *
 * @param namespace name of the namespace
 * @param socketId public id of the socket
 * @param adoption adoption number of the socket: 1 for its first home, one more with each
 * adoption
 * @param number number of the last event handled
 */
public record EventsHandled(String namespace, String socketId, long adoption, long number) implements BackendMessage {

	@Override
	public void deliverTo(Handler handler) {
		handler.onEventsHandled(this);
	}

}
