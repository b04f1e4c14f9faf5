package io.distributor.backend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An event that this instance emits.
 *
 * @param name its name
 * @param arguments its arguments, as they were given
 * @param rooms rooms it goes to: the id of a socket if it is for that one alone; empty:
 * everyone in the namespace
 * @param except rooms it does not go to
 */
public record OutgoingEvent(String name, List<@Nullable Object> arguments, Set<String> rooms, Set<String> except) {

	public OutgoingEvent {
		arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
		rooms = Set.copyOf(rooms);
		except = Set.copyOf(except);
	}

}
