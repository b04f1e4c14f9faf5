package io.distributor.handler;

import java.lang.reflect.Type;
import java.util.List;

import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;

/**
 * Converts a named value to the type of a parameter.
 */
abstract class NamedValueConversion {

	static NamedValueConversion of(NamedValueKind.Form form, Type type, HandlerTools tools) {
		return switch (form) {
			case TEXT -> new OfText(tools.conversionService(), type);
			case JSON -> new OfJson(tools, type);
		};
	}

	/**
	 * Returns whether values can be converted at all.
	 */
	abstract boolean isPossible();

	/**
	 * Converts a value.
	 * @throws org.springframework.core.convert.ConversionException if text does not
	 * convert
	 * @throws tools.jackson.core.JacksonException if JSON does not convert
	 */
	abstract Object convert(Object value);

	private static final class OfText extends NamedValueConversion {

		private static final TypeDescriptor TEXT = TypeDescriptor.valueOf(String.class);

		private static final TypeDescriptor TEXTS = TypeDescriptor.collection(List.class, TEXT);

		private final ConversionService conversionService;

		private final TypeDescriptor wanted;

		private final boolean many;

		OfText(ConversionService conversionService, Type type) {
			this.conversionService = conversionService;
			this.wanted = new TypeDescriptor(ResolvableType.forType(type), null, null);
			this.many = this.wanted.isCollection() || this.wanted.isArray();
		}

		@Override
		boolean isPossible() {
			return this.conversionService.canConvert(this.many ? TEXTS : TEXT, this.wanted);
		}

		@Override
		Object convert(Object value) {
			if (value instanceof List<?> values) {
				return this.many ? convert(values, TEXTS) : convert(values.get(0), TEXT);
			}
			return convert(value, TEXT);
		}

		private Object convert(Object value, TypeDescriptor given) {
			Object converted = this.conversionService.convert(value, given, this.wanted);
			// An empty text is no number.
			if (converted == null) {
				throw new ConversionFailedException(given, this.wanted, value, new IllegalArgumentException("empty"));
			}
			return converted;
		}

	}

	private static final class OfJson extends NamedValueConversion {

		private final HandlerTools tools;

		private final JavaType type;

		OfJson(HandlerTools tools, Type type) {
			this.tools = tools;
			this.type = tools.mapper().constructType(type);
		}

		@Override
		boolean isPossible() {
			return true;
		}

		@Override
		Object convert(Object value) {
			return this.tools.mapper().treeToValue((JsonNode) value, this.type);
		}

	}

}
