package io.distributor.link.message;

import java.util.List;

/**
 * A distributor did what a backend asked for with a request id.
 *
 * @param requestId id of the request
 * @param sockets number of sockets it concerned
 * @param rooms rooms that the socket joined or left by it, if it was one socket and its
 * home asked: others are told by {@link RoomsChanged}
 */
public record RequestDone(long requestId, int sockets, List<String> rooms) implements DistributorMessage {

	public RequestDone {
		rooms = List.copyOf(rooms);
	}

	/**
	 * Says that a request is done which changed no rooms, or told of that otherwise.
	 * @param requestId id of the request
	 * @param sockets number of sockets it concerned
	 */
	public RequestDone(long requestId, int sockets) {
		this(requestId, sockets, List.of());
	}

	@Override
	public void deliverTo(Handler handler) {
		handler.onRequestDone(this);
	}

}
