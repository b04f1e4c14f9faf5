package io.distributor.backend;

import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a client since it connected.
 */
public interface Handshake {

	/**
	 * Returns when the connection was opened.
	 * @return the time, by the clock of the distributor
	 */
	Instant time();

	/**
	 * Returns the remote address, without a port.
	 * @return the address
	 */
	String address();

	/**
	 * Returns whether the connection is encrypted.
	 * @return whether it is
	 */
	boolean isSecure();

	/**
	 * Returns whether the request came from another origin.
	 * @return whether it did
	 */
	boolean isCrossDomain();

	/**
	 * Returns the request target.
	 * @return the request target
	 */
	String url();

	/**
	 * Returns the query parameters.
	 * @return the first value of each
	 */
	Map<String, String> query();

	/**
	 * Returns the request headers.
	 * @return the headers by lower-case name
	 */
	Map<String, List<String>> headers();

	/**
	 * Returns the transport at the time of the connect.
	 * @return {@code polling} or {@code websocket}
	 */
	String transport();

	/**
	 * Returns the Engine.IO protocol revision.
	 * @return 3 or 4
	 */
	int protocol();

	/**
	 * Converts what the client sent as {@code auth}.
	 * @param <T> type wanted
	 * @param type type wanted
	 * @return the value, or {@code null} if the client sent none
	 * @throws ArgumentConversionException if it is something else
	 */
	<T> @Nullable T auth(Class<T> type);

	/**
	 * Converts what the client sent as {@code auth} to a generic type.
	 * @param type type wanted
	 * @return the value, or {@code null} if the client sent none
	 * @throws ArgumentConversionException if it is something else
	 */
	@Nullable Object auth(Type type);

}
