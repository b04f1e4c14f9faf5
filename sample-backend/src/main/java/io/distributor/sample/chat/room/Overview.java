package io.distributor.sample.chat.room;

import java.util.List;

/**
 * All rooms.
 *
 * @param revision grows with every change, so that who receives two knows the newer
 * @param rooms the rooms
 */
public record Overview(long revision, List<Entry> rooms) {

	/**
	 * A room among others.
	 *
	 * @param name the room
	 * @param users number of users in it
	 */
	public record Entry(RoomName name, int users) {

	}

}
