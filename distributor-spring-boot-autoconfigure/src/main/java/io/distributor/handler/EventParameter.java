package io.distributor.handler;

import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.Event;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;

/**
 * A parameter that takes an argument of the event.
 *
 * @param position position of the argument, from 0
 * @param wanted what the parameter wants
 * @param validation checks the argument
 */
record EventParameter(int position, ParameterType wanted,
		ArgumentValidation validation) implements ParameterSource<Event> {

	static EventParameter of(MethodParameter parameter, int position, ArgumentValidation validation) {
		return new EventParameter(position, ParameterType.of(parameter), validation);
	}

	@Override
	public @Nullable Object get(Event event) {
		Object value = event.arguments().get(this.position, this.wanted.type());
		if (value == null) {
			return absent();
		}
		this.validation.validate(value, what());
		return this.wanted.present(value);
	}

	private @Nullable Object absent() {
		if (this.wanted.required()) {
			throw new ArgumentConversionException(what() + ": null or absent (expected: "
					+ this.wanted.type().getTypeName() + "; declare it @Nullable or Optional if it may be missing)");
		}
		return this.wanted.absent();
	}

	@Override
	public String what() {
		return "argument " + this.position;
	}

}
