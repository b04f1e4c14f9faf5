package io.distributor.gateway;

import java.util.Map;

/**
 * Gives what travels on the link beside an event of a client, such as the context of its
 * trace. Nothing of it comes from the client. Called on event loops, so it must be quick
 * and throw nothing.
 */
@FunctionalInterface
public interface HeaderSource {

	/** Nothing travels along. */
	HeaderSource NONE = (namespace) -> Map.of();

	/**
	 * An event is sent to a home; again when it is sent to another one.
	 * @param namespace name of the namespace, or the pattern by which it is owned
	 * @return headers, usually few and short
	 */
	Map<String, String> forEvent(String namespace);

}
