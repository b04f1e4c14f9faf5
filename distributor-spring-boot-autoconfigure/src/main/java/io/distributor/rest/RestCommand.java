package io.distributor.rest;

import java.util.Set;
import java.util.TreeSet;

/**
 * What may be asked for by a POST request.
 */
public enum RestCommand {

	/** Emits an event. */
	EMIT("emit", Set.of("event", "args", "volatile")),

	/** Makes sockets join rooms. */
	JOIN("join", Set.of("join")),

	/** Makes sockets leave rooms. */
	LEAVE("leave", Set.of("leave")),

	/** Puts sockets out of the namespace. */
	DISCONNECT("disconnect", Set.of("closeConnection"));

	private static final Set<String> SELECTION = Set.of("namespace", "rooms", "except", "users", "exceptUsers");

	private final String path;

	private final Set<String> fields;

	RestCommand(String path, Set<String> fields) {
		this.path = path;
		this.fields = fields;
	}

	/**
	 * Returns the last part of the path.
	 * @return the part, without slashes
	 */
	public String path() {
		return this.path;
	}

	Set<String> fields() {
		Set<String> all = new TreeSet<>(SELECTION);
		all.addAll(this.fields);
		return all;
	}

}
