package io.distributor.interop.adapter;

import io.distributor.link.message.UserRoom;

/**
 * Says which rooms others may name.
 */
final class RoomCheck {

	private RoomCheck() {
	}

	static String checkName(String room) {
		if (UserRoom.isReserved(room)) {
			throw new MalformedMessageException("room: a name that begins with NUL (expected: another one)");
		}
		return room;
	}

	static void checkNumber(int rooms, AdapterLimits limits) {
		if (rooms > limits.maxRooms()) {
			throw new MalformedMessageException("rooms: " + rooms + " (expected: <= " + limits.maxRooms() + ")");
		}
	}

}
