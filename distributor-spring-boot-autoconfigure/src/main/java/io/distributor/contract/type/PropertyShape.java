package io.distributor.contract.type;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.distributor.contract.model.ObjectProperty;
import io.distributor.contract.model.ValueType;

/**
 * A property as it is read: in which directions it exists, and may be null or missing.
 */
final class PropertyShape {

	private final ValueType type;

	private final Set<Direction> present = EnumSet.noneOf(Direction.class);

	private final Set<Direction> nullable = EnumSet.noneOf(Direction.class);

	private boolean omitted;

	PropertyShape(ValueType type) {
		this.type = type;
	}

	void add(Direction direction, boolean nullable) {
		this.present.add(direction);
		if (nullable || this.type instanceof ValueType.OrNull) {
			this.nullable.add(direction);
		}
	}

	/**
	 * Notes that the backend leaves it out when it is null or empty.
	 */
	void omit() {
		this.omitted = true;
	}

	boolean isUsed(Set<Direction> directions) {
		return directions.stream().anyMatch(this.present::contains);
	}

	/**
	 * Defines it so that it is right for a client in each of the directions: what a
	 * client may leave out is optional, and so is what it need not get.
	 */
	ObjectProperty define(String name, Set<Direction> directions, UnaryOperator<String> names) {
		boolean orNull = directions.stream().anyMatch(this.nullable::contains);
		boolean optional = !this.present.containsAll(directions)
				|| directions.contains(Direction.INPUT) && this.nullable.contains(Direction.INPUT)
				|| directions.contains(Direction.OUTPUT) && this.omitted;
		ValueType renamed = this.type.rename(names);
		return new ObjectProperty(name, orNull ? renamed.orNull() : renamed, optional);
	}

}
