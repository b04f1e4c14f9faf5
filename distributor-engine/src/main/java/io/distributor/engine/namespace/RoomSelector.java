package io.distributor.engine.namespace;

import java.util.Set;

/**
 * Selects sockets of a namespace by their rooms; each socket is in a room of its own id.
 *
 * @param rooms a socket must be in one of these; empty: every socket
 * @param except a socket must be in none of these
 */
public record RoomSelector(Set<String> rooms, Set<String> except) {

	/** Selects every socket. */
	public static final RoomSelector ALL = new RoomSelector(Set.of(), Set.of());

	public RoomSelector {
		rooms = Set.copyOf(rooms);
		except = Set.copyOf(except);
	}

}
