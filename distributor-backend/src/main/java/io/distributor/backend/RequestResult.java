package io.distributor.backend;

import java.util.Set;

/**
 * What became of a request to distributors. A distributor that goes before it answers has
 * no sockets any more, so nothing of it is missing.
 *
 * @param sockets number of sockets that the request concerned, on the distributors that
 * answered
 * @param silentDistributors distributors that did not answer in time, or took this
 * instance for dead meanwhile, by name and id; they may have done what they were asked
 * for, and may still do it
 */
public record RequestResult(long sockets, Set<String> silentDistributors) {

	public RequestResult {
		silentDistributors = Set.copyOf(silentDistributors);
	}

	/**
	 * Returns whether every distributor has answered.
	 * @return whether none is silent
	 */
	public boolean isComplete() {
		return this.silentDistributors.isEmpty();
	}

}
