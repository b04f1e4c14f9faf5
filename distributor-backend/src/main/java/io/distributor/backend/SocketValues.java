package io.distributor.backend;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Small named values of a socket, to be read. May be used from any thread.
 */
public interface SocketValues {

	/**
	 * Converts a value.
	 * @param <T> type wanted
	 * @param name its name
	 * @param type type wanted: a record, {@code String}, a wrapper of a primitive,
	 * {@code JsonNode}, {@code Map}, anything Jackson can read
	 * @return the value, or {@code null} if there is none of that name
	 * @throws ArgumentConversionException if it is something else
	 */
	<T> @Nullable T get(String name, Class<T> type);

	/**
	 * Returns the names.
	 * @return the names, a snapshot
	 */
	Set<String> names();

}
