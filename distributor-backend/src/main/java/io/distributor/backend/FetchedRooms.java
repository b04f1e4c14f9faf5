package io.distributor.backend;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Rooms of a namespace that have sockets.
 *
 * @param rooms the rooms in the order of their names, each with the number of its sockets
 * on the distributors that answered
 * @param silentDistributors distributors that did not answer in time, by name and id
 * @param next where to go on, for {@link Namespace#fetchRooms}, or {@code null} if there
 * are no more
 */
public record FetchedRooms(Map<String, Long> rooms, Set<String> silentDistributors, @Nullable String next) {

	public FetchedRooms {
		rooms = Collections.unmodifiableMap(new LinkedHashMap<>(rooms));
		silentDistributors = Set.copyOf(silentDistributors);
	}

	/**
	 * Returns whether these are all the rooms there are.
	 * @return whether nothing was cut off and every distributor answered
	 */
	public boolean isComplete() {
		return this.next == null && this.silentDistributors.isEmpty();
	}

}
