package io.distributor.backend;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Sockets that distributors described: all that were asked for, or the first ones.
 *
 * @param sockets the sockets in the order of their ids
 * @param silentDistributors distributors that did not answer in time, by name and id;
 * some or all of their sockets are missing
 * @param next where to go on, for {@link PresenceOperator#fetchSockets(int, String)}, or
 * {@code null} if there are no more
 */
public record FetchedSockets(List<RemoteSocket> sockets, Set<String> silentDistributors, @Nullable String next) {

	public FetchedSockets {
		sockets = List.copyOf(sockets);
		silentDistributors = Set.copyOf(silentDistributors);
	}

	/**
	 * Returns whether there are more sockets: as many were asked for, or these are as
	 * large as may be.
	 * @return whether it goes on at {@link #next()}
	 */
	public boolean isTruncated() {
		return this.next != null;
	}

	/**
	 * Returns whether these are all the sockets there are.
	 * @return whether nothing was cut off and every distributor answered
	 */
	public boolean isComplete() {
		return !isTruncated() && this.silentDistributors.isEmpty();
	}

}
