package io.distributor.handler;

import java.lang.reflect.Type;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.core.GenericTypeResolver;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;

/**
 * What a parameter wants.
 *
 * @param type type of the value
 * @param wrapped whether the method wants an {@link Optional} of it
 * @param required whether the value must be there
 */
record ParameterType(Type type, boolean wrapped, boolean required) {

	static ParameterType of(MethodParameter parameter) {
		Type declared = GenericTypeResolver.resolveType(parameter.getGenericParameterType(),
				parameter.getContainingClass());
		boolean wrapped = parameter.getParameterType() == Optional.class;
		Type type = wrapped ? ResolvableType.forType(declared).getGeneric().getType() : declared;
		return new ParameterType(type, wrapped, !parameter.isOptional());
	}

	Class<?> rawType() {
		return ResolvableType.forType(this.type).toClass();
	}

	Object present(Object value) {
		return this.wrapped ? Optional.of(value) : value;
	}

	@Nullable Object absent() {
		return this.wrapped ? Optional.empty() : null;
	}

}
