package io.distributor.backend.namespace;

import java.util.List;

import io.distributor.link.message.UserRoom;

/**
 * Names of rooms as applications give them.
 */
final class RoomNames {

	private RoomNames() {
	}

	/**
	 * Refuses names that no application may use.
	 */
	static List<String> require(String... rooms) {
		List<String> names = List.of(rooms);
		for (String name : names) {
			if (UserRoom.isReserved(name)) {
				throw new IllegalArgumentException(
						"room: a name that begins with NUL (expected: another one; select users by toUser)");
			}
		}
		return names;
	}

	/**
	 * Gives the rooms of users.
	 */
	static List<String> ofUsers(String... users) {
		return List.of(users).stream().map(UserRoom::of).toList();
	}

}
