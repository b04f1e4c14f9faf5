package io.distributor.link.message;

import java.util.List;

/**
 * The rooms that {@link FetchRooms} asked for.
 *
 * @param requestId id of the request
 * @param rooms the rooms, in the order of their names, without reserved ones
 * @param more whether there are rooms beyond the last one
 */
public record RoomsAnswer(long requestId, List<RoomSize> rooms, boolean more) implements DistributorMessage {

	public RoomsAnswer {
		rooms = List.copyOf(rooms);
	}

	@Override
	public void deliverTo(Handler handler) {
		handler.onRoomsAnswer(this);
	}

}
