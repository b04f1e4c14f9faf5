package io.distributor.contract.model;

import java.util.function.UnaryOperator;

/**
 * Type of a value.
 */
public sealed interface ValueType {

	/**
	 * Gives the types in it other names.
	 * @param names the new name of each
	 * @return the type
	 */
	default ValueType rename(UnaryOperator<String> names) {
		return this;
	}

	/**
	 * A type without parts.
	 */
	enum Simple implements ValueType {

		/** Text. */
		STRING,

		/** A whole number. */
		INTEGER,

		/** A number. */
		NUMBER,

		/** True or false. */
		BOOLEAN,

		/** Bytes, sent as they are. */
		BINARY,

		/** Anything, or nothing is known. */
		ANYTHING

	}

	/**
	 * Text in a format.
	 *
	 * @param format name of the format in JSON Schema, such as {@code date-time}
	 */
	record Formatted(String format) implements ValueType {

	}

	/**
	 * Always the same text.
	 *
	 * @param value the text
	 */
	record Constant(String value) implements ValueType {

	}

	/**
	 * A type with a name.
	 *
	 * @param name name of the type
	 */
	record Named(String name) implements ValueType {

		@Override
		public ValueType rename(UnaryOperator<String> names) {
			return new Named(names.apply(this.name));
		}

	}

	/**
	 * A list.
	 *
	 * @param element type of its elements
	 */
	record ListOf(ValueType element) implements ValueType {

		@Override
		public ValueType rename(UnaryOperator<String> names) {
			return new ListOf(this.element.rename(names));
		}

	}

	/**
	 * An object with any keys.
	 *
	 * @param value type of its values
	 */
	record MapOf(ValueType value) implements ValueType {

		@Override
		public ValueType rename(UnaryOperator<String> names) {
			return new MapOf(this.value.rename(names));
		}

	}

	/**
	 * A value or null.
	 *
	 * @param type type of the value
	 */
	record OrNull(ValueType type) implements ValueType {

		@Override
		public ValueType rename(UnaryOperator<String> names) {
			return new OrNull(this.type.rename(names));
		}

	}

	/**
	 * Returns this type with null among its values.
	 * @return the type
	 */
	default ValueType orNull() {
		return (this instanceof OrNull || this == Simple.ANYTHING) ? this : new OrNull(this);
	}

}
