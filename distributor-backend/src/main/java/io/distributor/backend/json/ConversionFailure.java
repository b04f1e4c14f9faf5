package io.distributor.backend.json;

import java.lang.reflect.Type;

import io.distributor.backend.ArgumentConversionException;
import tools.jackson.core.JacksonException;

/**
 * Says what did not convert. Jackson's own text stays in the cause: it quotes the
 * payload.
 */
final class ConversionFailure {

	private ConversionFailure() {
	}

	static ArgumentConversionException of(String what, Type type, JacksonException cause) {
		return new ArgumentConversionException(
				what + ": something else" + path(cause) + " (expected: " + type.getTypeName() + ")", cause);
	}

	private static String path(JacksonException cause) {
		StringBuilder path = new StringBuilder();
		for (JacksonException.Reference reference : cause.getPath()) {
			// Names of record components and bean properties, but keys of a map are the
			// client's.
			if (reference.getPropertyName() == null) {
				path.append('[').append(reference.getIndex()).append(']');
			}
			else if (reference.from() instanceof java.util.Map) {
				path.append("[key]");
			}
			else {
				path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
			}
		}
		return path.isEmpty() ? "" : " at " + path;
	}

}
