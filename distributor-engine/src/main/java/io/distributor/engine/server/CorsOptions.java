package io.distributor.engine.server;

import java.time.Duration;
import java.util.Set;

/**
 * Which web pages of other origins may connect. Pages of the same origin and clients that
 * send no {@code Origin} header always may. The rules hold for websockets too, which
 * browsers do not guard themselves.
 *
 * @param allowedOrigins origins like {@code https://example.com}, all below a domain like
 * {@code https://*.example.com}, or {@code *} for all
 * @param allowCredentials whether such pages may send cookies; not together with
 * {@code *}
 * @param allowedHeaders names of headers that scripts of such pages may set, or {@code *}
 * for whatever they ask for
 * @param maxAge how long a browser may remember the answer to a preflight request
 */
public record CorsOptions(Set<String> allowedOrigins, boolean allowCredentials, Set<String> allowedHeaders,
		Duration maxAge) {

	/** Allows pages of the same origin only. */
	public static final CorsOptions SAME_ORIGIN = new CorsOptions(Set.of(), false, Set.of(), Duration.ofMinutes(30));

	static final String ANY = "*";

	/**
	 * Creates options.
	 * @throws IllegalArgumentException if an origin is none, or credentials are allowed
	 * to all
	 */
	public CorsOptions {
		allowedOrigins = Set.copyOf(allowedOrigins);
		allowedHeaders = Set.copyOf(allowedHeaders);
		allowedOrigins.forEach(OriginPattern::of);
		if (allowCredentials && allowedOrigins.contains(ANY)) {
			throw new IllegalArgumentException(
					"allowedOrigins: * with allowCredentials: true (expected: a list of origins, or no credentials)");
		}
	}

	boolean allowsAny() {
		return this.allowedOrigins.contains(ANY);
	}

}
