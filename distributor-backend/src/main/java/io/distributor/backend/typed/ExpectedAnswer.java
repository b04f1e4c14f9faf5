package io.distributor.backend.typed;

import java.lang.reflect.Type;

/**
 * What the method of an event interface wants to hear from clients.
 */
public sealed interface ExpectedAnswer {

	/**
	 * Nothing: the event is emitted.
	 */
	record None() implements ExpectedAnswer {

	}

	/**
	 * The answer of the one client it is sent to.
	 *
	 * @param type what its first argument is converted to;
	 * {@link io.distributor.backend.Arguments} for all of them, {@link Void} for none
	 */
	record OfOne(Type type) implements ExpectedAnswer {

	}

	/**
	 * The answers of all clients it is sent to.
	 *
	 * @param type what the first argument of each is converted to;
	 * {@link io.distributor.backend.Arguments} for all of them, {@link Void} for none
	 */
	record OfAll(Type type) implements ExpectedAnswer {

	}

}
