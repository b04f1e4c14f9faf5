package io.distributor.engine.server;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of requests for sessions that are not here. May be used from any thread.
 */
@FunctionalInterface
interface UnknownSessions {

	/** They are nowhere. */
	UnknownSessions NOWHERE = (exchange, tag) -> null;

	/**
	 * Finds who handles a request.
	 * @param exchange the request
	 * @param tag what the id of the session begins with
	 * @return what handles the request when it is complete, or {@code null} if the
	 * session is nowhere
	 */
	@Nullable RequestHandler find(RequestExchange exchange, String tag);

}
