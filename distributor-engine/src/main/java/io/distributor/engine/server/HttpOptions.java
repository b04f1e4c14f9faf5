package io.distributor.engine.server;

import java.time.Duration;
import java.util.Map;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Limits of HTTP requests, and what their responses have besides.
 *
 * @param maxHeaderBytes bytes allowed in all headers of a request, and in its first line,
 * positive
 * @param maxHeaders number of headers allowed in a request, positive
 * @param requestTimeout time a client has to send the headers of its first request, and
 * the body of each, positive
 * @param idleTimeout time a connection may stay open between two requests, positive
 * @param proxies which proxies are believed
 * @param cookie the cookie for new sessions, or {@code null} for none
 * @param responseHeaders headers that every response has
 * @param livenessPath path that answers 200, and 503 while the server leaves; or
 * {@code null} for none
 */
public record HttpOptions(int maxHeaderBytes, int maxHeaders, Duration requestTimeout, Duration idleTimeout,
		ProxyOptions proxies, @Nullable CookieOptions cookie, Map<String, String> responseHeaders,
		@Nullable String livenessPath) {

	/**
	 * Creates options.
	 * @throws IllegalArgumentException if a value is out of its range, or no header
	 */
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
		if (livenessPath != null && !livenessPath.startsWith("/")) {
			throw new IllegalArgumentException("livenessPath: " + livenessPath + " (expected: to begin with a slash)");
		}
		responseHeaders = Map.copyOf(responseHeaders);
		DefaultHttpHeaders checked = new DefaultHttpHeaders();
		responseHeaders.forEach(checked::set);
	}

	HttpOptions withMoreHeaders(int bytes, int headers) {
		return new HttpOptions(this.maxHeaderBytes + bytes, this.maxHeaders + headers, this.requestTimeout,
				this.idleTimeout, this.proxies, this.cookie, this.responseHeaders, this.livenessPath);
	}

}
