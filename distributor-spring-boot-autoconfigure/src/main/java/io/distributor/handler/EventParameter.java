package io.distributor.handler;

import java.lang.reflect.Type;
import java.util.Optional;

import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.Arguments;
import org.jspecify.annotations.Nullable;

import org.springframework.core.GenericTypeResolver;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;

/**
 * A parameter that takes an argument of the event.
 *
 * @param position position of the argument, from 0
 * @param type type the argument is converted to
 * @param wrapped whether the method wants an {@link Optional} of it
 * @param required whether the argument must be there
 * @param validation checks the argument
 */
record EventParameter(int position, Type type, boolean wrapped, boolean required, ArgumentValidation validation) {

	static EventParameter of(MethodParameter parameter, int position, ArgumentValidation validation) {
		Type declared = GenericTypeResolver.resolveType(parameter.getGenericParameterType(),
				parameter.getContainingClass());
		boolean wrapped = parameter.getParameterType() == Optional.class;
		Type type = wrapped ? ResolvableType.forType(declared).getGeneric().getType() : declared;
		return new EventParameter(position, type, wrapped, !parameter.isOptional(), validation);
	}

	@Nullable Object resolve(Arguments arguments) {
		Object value = arguments.get(this.position, this.type);
		if (value == null) {
			return absent();
		}
		this.validation.validate(value, this.position);
		return this.wrapped ? Optional.of(value) : value;
	}

	private @Nullable Object absent() {
		if (this.required) {
			throw new ArgumentConversionException("argument " + this.position + ": null or absent (expected: "
					+ this.type.getTypeName() + "; declare it @Nullable or Optional if it may be missing)");
		}
		return this.wrapped ? Optional.empty() : null;
	}

}
