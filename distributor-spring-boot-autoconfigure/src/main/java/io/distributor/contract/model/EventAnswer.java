package io.distributor.contract.model;

import java.util.function.UnaryOperator;

/**
 * What an event is acknowledged with.
 */
public sealed interface EventAnswer {

	/**
	 * Gives the types in it other names.
	 * @param names the new name of each
	 * @return the answer
	 */
	default EventAnswer rename(UnaryOperator<String> names) {
		return this;
	}

	/**
	 * Nothing: nobody waits for it.
	 */
	record None() implements EventAnswer {

	}

	/**
	 * An answer without arguments.
	 */
	record Receipt() implements EventAnswer {

	}

	/**
	 * An answer with one argument.
	 *
	 * @param type type of the argument
	 */
	record Value(ValueType type) implements EventAnswer {

		@Override
		public EventAnswer rename(UnaryOperator<String> names) {
			return new Value(this.type.rename(names));
		}

	}

	/**
	 * An answer of which nothing is known.
	 */
	record Anything() implements EventAnswer {

	}

}
