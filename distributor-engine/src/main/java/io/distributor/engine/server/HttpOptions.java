package io.distributor.engine.server;

import java.time.Duration;

/**
 * Limits of HTTP requests.
 *
 * @param maxHeaderBytes bytes allowed in all headers of a request, and in its first line,
 * positive
 * @param maxHeaders number of headers allowed in a request, positive
 * @param requestTimeout time a client has to send the headers of its first request, and
 * the body of each, positive
 * @param idleTimeout time a connection may stay open between two requests, positive
 */
public record HttpOptions(int maxHeaderBytes, int maxHeaders, Duration requestTimeout, Duration idleTimeout) {

	public HttpOptions {
		if (maxHeaderBytes <= 0 || maxHeaders <= 0) {
			throw new IllegalArgumentException(
					"maxHeaderBytes: " + maxHeaderBytes + ", maxHeaders: " + maxHeaders + " (expected: both > 0)");
		}
		if (requestTimeout.isNegative() || requestTimeout.isZero() || idleTimeout.isNegative()
				|| idleTimeout.isZero()) {
			throw new IllegalArgumentException(
					"requestTimeout: " + requestTimeout + ", idleTimeout: " + idleTimeout + " (expected: both > 0)");
		}
	}

}
