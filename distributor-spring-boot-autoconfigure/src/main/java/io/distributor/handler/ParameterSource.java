package io.distributor.handler;

import org.jspecify.annotations.Nullable;

/**
 * What a parameter gets when its method is called. Chosen once for each parameter.
 *
 * @param <P> what happened
 */
@FunctionalInterface
interface ParameterSource<P> {

	/**
	 * Returns the value.
	 * @param happened what happened
	 * @return the value
	 * @throws io.distributor.backend.ArgumentConversionException if what the client sent
	 * is absent or does not convert
	 */
	@Nullable Object get(P happened);

	/**
	 * Returns what it is, for the texts of exceptions.
	 * @return a few words, such as {@code argument 0}
	 */
	default String what() {
		return "parameter";
	}

}
