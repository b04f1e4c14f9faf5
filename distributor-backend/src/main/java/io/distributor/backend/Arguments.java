package io.distributor.backend;

import java.lang.reflect.Type;

import org.jspecify.annotations.Nullable;

/**
 * Arguments of an event or an answer, converted when asked for. Binary is {@code byte[]}
 * wherever it stands in them.
 */
public interface Arguments {

	/**
	 * Returns the number of arguments.
	 * @return the number
	 */
	int size();

	/**
	 * Converts an argument.
	 * @param <T> type wanted
	 * @param index its position, from 0; beyond the last one counts as JSON null
	 * @param type type wanted: a record, a primitive or its wrapper, {@code String},
	 * {@code byte[]}, {@code JsonNode}, {@code Map}, anything Jackson can read
	 * @return the argument, or {@code null} for JSON null
	 * @throws ArgumentConversionException if it is something else
	 */
	<T> @Nullable T get(int index, Class<T> type);

	/**
	 * Converts an argument to a generic type.
	 * @param index its position, from 0; beyond the last one counts as JSON null
	 * @param type type wanted
	 * @return the argument, or {@code null} for JSON null
	 * @throws ArgumentConversionException if it is something else
	 */
	@Nullable Object get(int index, Type type);

}
