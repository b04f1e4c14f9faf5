package io.distributor.contract.type;

import java.util.Set;

import io.distributor.contract.model.ValueType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsonFormatVisitors.JsonAnyFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonArrayFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonBooleanFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatTypes;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitable;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonIntegerFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonMapFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonNumberFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonStringFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonValueFormat;

/**
 * Hears from a serializer what it writes.
 */
final class FormatVisitor extends JsonFormatVisitorWrapper.Base {

	private final TypeReader reader;

	private final JavaType type;

	private final Direction direction;

	private ValueType result = ValueType.Simple.ANYTHING;

	private @Nullable JavaType entered;

	FormatVisitor(TypeReader reader, JavaType type, Direction direction, SerializationContext context) {
		super(context);
		this.reader = reader;
		this.type = type;
		this.direction = direction;
	}

	ValueType result() {
		return this.result;
	}

	/**
	 * Returns the object that was met for the first time, if one was.
	 */
	@Nullable JavaType entered() {
		return this.entered;
	}

	@Override
	public JsonObjectFormatVisitor expectObjectFormat(@Nullable JavaType hint) {
		JavaType object = (hint != null) ? hint : this.type;
		this.result = new ValueType.Named(KnownTypes.key(object));
		if (this.reader.objects().enter(object, this.direction)) {
			this.entered = object;
			return new PropertyVisitor(this.reader, this.reader.known().object(object), this.direction, getContext());
		}
		return new JsonObjectFormatVisitor.Base(getContext());
	}

	@Override
	public JsonArrayFormatVisitor expectArrayFormat(@Nullable JavaType hint) {
		this.result = new ValueType.ListOf(ValueType.Simple.ANYTHING);
		return new JsonArrayFormatVisitor.Base(getContext()) {

			@Override
			public void itemsFormat(JsonFormatVisitable handler, JavaType elementType) {
				FormatVisitor.this.result = new ValueType.ListOf(
						FormatVisitor.this.reader.read(elementType, FormatVisitor.this.direction));
			}

			@Override
			public void itemsFormat(JsonFormatTypes format) {
				FormatVisitor.this.result = new ValueType.ListOf(simple(format));
			}

		};
	}

	private static ValueType simple(JsonFormatTypes format) {
		return switch (format) {
			case STRING -> ValueType.Simple.STRING;
			case INTEGER -> ValueType.Simple.INTEGER;
			case NUMBER -> ValueType.Simple.NUMBER;
			case BOOLEAN -> ValueType.Simple.BOOLEAN;
			default -> ValueType.Simple.ANYTHING;
		};
	}

	@Override
	public JsonMapFormatVisitor expectMapFormat(@Nullable JavaType hint) {
		this.result = new ValueType.MapOf(ValueType.Simple.ANYTHING);
		return new JsonMapFormatVisitor.Base(getContext()) {

			@Override
			public void valueFormat(JsonFormatVisitable handler, JavaType valueType) {
				FormatVisitor.this.result = new ValueType.MapOf(
						FormatVisitor.this.reader.read(valueType, FormatVisitor.this.direction));
			}

		};
	}

	@Override
	public JsonStringFormatVisitor expectStringFormat(@Nullable JavaType hint) {
		this.result = ValueType.Simple.STRING;
		JavaType text = (hint != null) ? hint : this.type;
		return new JsonStringFormatVisitor.Base() {

			@Override
			public void format(JsonValueFormat format) {
				FormatVisitor.this.result = new ValueType.Formatted(format.toString());
			}

			@Override
			public void enumTypes(Set<String> values) {
				if (text.isEnumType()) {
					FormatVisitor.this.reader.known().addEnum(text, values);
					FormatVisitor.this.result = new ValueType.Named(KnownTypes.key(text));
				}
			}

		};
	}

	@Override
	public JsonNumberFormatVisitor expectNumberFormat(@Nullable JavaType hint) {
		this.result = ValueType.Simple.NUMBER;
		return new JsonNumberFormatVisitor.Base();
	}

	@Override
	public JsonIntegerFormatVisitor expectIntegerFormat(@Nullable JavaType hint) {
		this.result = ValueType.Simple.INTEGER;
		return new JsonIntegerFormatVisitor.Base();
	}

	@Override
	public JsonBooleanFormatVisitor expectBooleanFormat(@Nullable JavaType hint) {
		this.result = ValueType.Simple.BOOLEAN;
		return new JsonBooleanFormatVisitor.Base();
	}

	@Override
	public @Nullable JsonAnyFormatVisitor expectAnyFormat(@Nullable JavaType hint) {
		this.result = ValueType.Simple.ANYTHING;
		return null;
	}

}
