package io.distributor.backend.typed;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What became of an event that several clients were asked to acknowledge, with the first
 * argument of each answer converted.
 *
 * @param <T> what clients answer with
 * @param answers the answers by the ids of their sockets, in the order they came;
 * {@code null} for JSON null and for an answer without arguments
 * @param invalid ids of the sockets whose answers are something else
 * @param missing ids of the sockets that were asked and did not answer: too slow, gone,
 * or with an answer too large to keep
 * @param silentDistributors distributors that did not say whom they asked, by name and
 * id; what their clients got and answered is unknown
 */
public record TypedAnswers<T>(Map<String, @Nullable T> answers, Set<String> invalid, Set<String> missing,
		Set<String> silentDistributors) {

	public TypedAnswers {
		answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
		invalid = Set.copyOf(invalid);
		missing = Set.copyOf(missing);
		silentDistributors = Set.copyOf(silentDistributors);
	}

	/**
	 * Returns whether every client that was to be asked has answered as expected.
	 * @return whether nothing is missing or invalid
	 */
	public boolean isComplete() {
		return this.invalid.isEmpty() && this.missing.isEmpty() && this.silentDistributors.isEmpty();
	}

}
