package io.distributor.link.message;

import java.util.Set;

/**
 * Selects sockets of a namespace by their rooms; each socket is in a room of its own id.
 *
 * @param rooms a socket must be in one of these; empty: every socket
 * @param except a socket must be in none of these
 */
public record Selection(Set<String> rooms, Set<String> except) {

	/** Selects every socket. */
	public static final Selection ALL = new Selection(Set.of(), Set.of());

	public Selection {
		rooms = Set.copyOf(rooms);
		except = Set.copyOf(except);
	}

	/**
	 * Selects one socket.
	 * @param id its id
	 * @return the selection
	 */
	public static Selection socket(String id) {
		return new Selection(Set.of(id), Set.of());
	}

}
