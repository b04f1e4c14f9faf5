package io.distributor.contract.type;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.distributor.contract.model.ObjectProperty;
import io.distributor.contract.model.ValueType;

/**
 * An object as it is read: its properties in both directions, as far as it travels in
 * them.
 */
final class ObjectShape {

	private final Set<Direction> directions = EnumSet.noneOf(Direction.class);

	private final Map<String, PropertyShape> properties = new LinkedHashMap<>();

	/**
	 * Notes that it travels in a direction.
	 * @return whether that is new
	 */
	boolean enter(Direction direction) {
		return this.directions.add(direction);
	}

	PropertyShape property(String name, ValueType type) {
		return this.properties.computeIfAbsent(name, (key) -> new PropertyShape(type));
	}

	boolean has(String name) {
		return this.properties.containsKey(name);
	}

	boolean isEmpty() {
		return this.properties.isEmpty();
	}

	List<ObjectProperty> properties(UnaryOperator<String> names) {
		return this.properties.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().isUsed(this.directions))
			.map((entry) -> entry.getValue().define(entry.getKey(), this.directions, names))
			.toList();
	}

}
