package io.distributor.backend;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What became of an event that several clients were asked to acknowledge.
 *
 * @param answers the answers by the ids of their sockets, in the order they came
 * @param missing ids of the sockets that were asked and did not answer: too slow, gone,
 * or with an answer too large to keep
 * @param silentDistributors distributors that did not say whom they asked, by name and
 * id; what their clients got and answered is unknown
 */
public record BroadcastAnswers(Map<String, Arguments> answers, Set<String> missing, Set<String> silentDistributors) {

	public BroadcastAnswers {
		answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
		missing = Set.copyOf(missing);
		silentDistributors = Set.copyOf(silentDistributors);
	}

	/**
	 * Returns whether every client that was to be asked has answered.
	 * @return whether nothing is missing
	 */
	public boolean isComplete() {
		return this.missing.isEmpty() && this.silentDistributors.isEmpty();
	}

}
