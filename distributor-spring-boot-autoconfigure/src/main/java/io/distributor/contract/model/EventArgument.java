package io.distributor.contract.model;

import java.util.function.UnaryOperator;

/**
 * An argument of an event.
 *
 * @param name what it is called
 * @param type its type
 * @param presence how often it is there
 */
public record EventArgument(String name, ValueType type, Presence presence) {

	/**
	 * Gives the types in it other names.
	 * @param names the new name of each
	 * @return the argument
	 */
	public EventArgument rename(UnaryOperator<String> names) {
		return new EventArgument(this.name, this.type.rename(names), this.presence);
	}

	/**
	 * How often an argument is there.
	 */
	public enum Presence {

		/** Once. */
		REQUIRED,

		/** Once, or null, or not at all. */
		OPTIONAL,

		/** Any number of times; the last one only. */
		REPEATED

	}

}
