package io.distributor.link.message;

import java.util.List;

/**
 * Selected sockets leave rooms.
 *
 * @param namespace name of the namespace
 * @param selection which sockets
 * @param rooms names of the rooms
 * @param requestId asks for {@link RequestDone} with this id; 0 asks for nothing
 */
public record LeaveRooms(String namespace, Selection selection, List<String> rooms,
		long requestId) implements BackendMessage {

	@Override
	public void deliverTo(Handler handler) {
		handler.onLeaveRooms(this);
	}

}
