package io.distributor.handler;

import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.Socket;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.springframework.core.convert.ConversionException;

/**
 * A parameter that takes something of a socket that has a name.
 *
 * @param kind what it takes
 * @param name the name
 * @param wanted what the parameter wants
 * @param conversion converts to that
 * @param validation checks what was converted
 * @param defaultValue what it gets if there is nothing of that name, or {@code null}
 */
record NamedParameter(NamedValueKind kind, String name, ParameterType wanted, NamedValueConversion conversion,
		ArgumentValidation validation, @Nullable Object defaultValue) implements ParameterSource<Socket> {

	@Override
	public @Nullable Object get(Socket socket) {
		Object found = this.kind.place().find(socket, this.name);
		if (found == null) {
			return absent();
		}
		Object value = convert(found);
		this.validation.validate(value, what());
		return this.wanted.present(value);
	}

	/**
	 * Returns whether the method cannot be called without the value.
	 */
	boolean isNeeded() {
		return this.wanted.required() && this.defaultValue == null;
	}

	private @Nullable Object absent() {
		if (this.defaultValue != null) {
			return this.wanted.present(this.defaultValue);
		}
		if (this.wanted.required()) {
			throw new ArgumentConversionException(
					what() + ": null or absent (expected: " + this.wanted.type().getTypeName()
							+ "; declare it @Nullable or Optional, or give it a default value, if it may be missing)");
		}
		return this.wanted.absent();
	}

	private Object convert(Object found) {
		try {
			return this.conversion.convert(found);
		}
		catch (ConversionException | JacksonException ex) {
			throw new ArgumentConversionException(
					what() + ": something else (expected: " + this.wanted.type().getTypeName() + ")", ex);
		}
	}

	@Override
	public String what() {
		return this.kind.noun() + " '" + this.name + "'";
	}

}
