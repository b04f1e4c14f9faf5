package io.distributor.contract.type;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitable;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import tools.jackson.databind.ser.BeanPropertyWriter;

/**
 * Hears from the serializer of an object which properties it writes.
 */
final class PropertyVisitor extends JsonObjectFormatVisitor.Base {

	private final TypeReader reader;

	private final ObjectShape shape;

	private final Direction direction;

	PropertyVisitor(TypeReader reader, ObjectShape shape, Direction direction, SerializationContext context) {
		super(context);
		this.reader = reader;
		this.shape = shape;
		this.direction = direction;
	}

	@Override
	public void property(BeanProperty property) {
		PropertyShape written = this.shape.property(property.getName(), this.reader.read(property, this.direction));
		written.add(Direction.OUTPUT, Nullability.of(property.getMember()));
		if (property instanceof BeanPropertyWriter writer && writer.willSuppressNulls()) {
			written.omit();
		}
	}

	@Override
	public void optionalProperty(BeanProperty property) {
		property(property);
	}

	@Override
	public void property(String name, @Nullable JsonFormatVisitable handler, JavaType type) {
		this.shape.property(name, this.reader.read(type, this.direction)).add(Direction.OUTPUT, false);
	}

	@Override
	public void optionalProperty(String name, @Nullable JsonFormatVisitable handler, JavaType type) {
		property(name, handler, type);
	}

}
