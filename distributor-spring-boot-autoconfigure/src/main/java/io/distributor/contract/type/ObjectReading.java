package io.distributor.contract.type;

import io.distributor.contract.model.ObjectProperty;
import io.distributor.contract.model.ValueType;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what serializers do not tell of objects: what distinguishes them from others of
 * their union, and which properties are read.
 */
final class ObjectReading {

	private final JsonMapper mapper;

	private final TypeReader reader;

	ObjectReading(JsonMapper mapper, TypeReader reader) {
		this.mapper = mapper;
		this.reader = reader;
	}

	/**
	 * Notes that an object travels in a direction.
	 * @return whether that is new
	 */
	boolean enter(JavaType type, Direction direction) {
		ObjectShape shape = this.reader.known().object(type);
		if (!shape.enter(direction)) {
			return false;
		}
		ObjectProperty discriminator = this.reader.unions().discriminator(type);
		if (discriminator != null) {
			PropertyShape property = shape.property(discriminator.name(), discriminator.type());
			property.add(Direction.OUTPUT, false);
			property.add(Direction.INPUT, false);
		}
		return true;
	}

	/**
	 * Completes what a serializer told.
	 */
	ValueType afterVisit(JavaType type, Direction direction, FormatVisitor visitor) {
		JavaType entered = visitor.entered();
		if (direction == Direction.INPUT && entered != null) {
			addReadProperties(entered);
		}
		if (direction == Direction.INPUT && visitor.result() == ValueType.Simple.ANYTHING && isReadOnlyBean(type)) {
			if (enter(type, direction)) {
				addReadProperties(type);
			}
			return new ValueType.Named(KnownTypes.key(type));
		}
		return visitor.result();
	}

	private boolean isReadOnlyBean(JavaType type) {
		return !type.isContainerType() && type.isConcrete() && !type.getRawClass().getName().startsWith("java.")
				&& readProperties(type).iterator().hasNext();
	}

	private void addReadProperties(JavaType type) {
		ObjectShape shape = this.reader.known().object(type);
		for (BeanPropertyDefinition property : readProperties(type)) {
			ValueType value = shape.has(property.getName()) ? ValueType.Simple.ANYTHING
					: this.reader.read(property.getPrimaryType(), Direction.INPUT);
			shape.property(property.getName(), value)
				.add(Direction.INPUT, Nullability.of(property.getMutator()) || Nullability.of(property.getField()));
		}
	}

	private Iterable<BeanPropertyDefinition> readProperties(JavaType type) {
		return this.mapper._deserializationContext()
			.introspectBeanDescription(type)
			.findProperties()
			.stream()
			.filter(BeanPropertyDefinition::couldDeserialize)
			.toList();
	}

}
