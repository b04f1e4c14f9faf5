package io.distributor.backend;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What other backend instances answered to an event.
 *
 * @param answers the answers by instance, in the order they came
 * @param silentInstances instances that did not answer: too slow, gone, without a handler
 * for the event or with one that failed, or with an answer too large to keep. An instance
 * stands here, as above, by name and id
 */
public record ServerSideAnswers(Map<String, Arguments> answers, Set<String> silentInstances) {

	public ServerSideAnswers {
		answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
		silentInstances = Set.copyOf(silentInstances);
	}

	/**
	 * Returns whether every instance has answered.
	 * @return whether none is silent
	 */
	public boolean isComplete() {
		return this.silentInstances.isEmpty();
	}

}
