package io.distributor.engine.server;

import java.util.List;
import java.util.Locale;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Decides about origins and tells browsers so (Fetch standard, "CORS protocol"). May be
 * used from any thread.
 */
final class CorsPolicy {

	private static final String METHODS = "GET,POST";

	private final CorsOptions options;

	private final List<OriginPattern> allowed;

	CorsPolicy(CorsOptions options) {
		this.options = options;
		this.allowed = options.allowedOrigins().stream().map(OriginPattern::of).toList();
	}

	/**
	 * Returns whether a request may be handled.
	 * @param request its headers
	 * @param host the host that the client asked for, or {@code null}
	 */
	boolean allows(HttpHeaders request, @Nullable String host) {
		String origin = request.get(HttpHeaderNames.ORIGIN);
		return origin == null || isAllowed(origin) || isSameOrigin(origin, host);
	}

	/**
	 * Returns whether a page may load a script. Browsers say nothing of its origin then,
	 * but modern ones say whether it is another.
	 * @param request headers of the request
	 * @param host the host that the client asked for, or {@code null}
	 */
	boolean allowsScript(HttpHeaders request, @Nullable String host) {
		String site = request.get("Sec-Fetch-Site");
		if (site == null || site.equals("same-origin") || site.equals("none") || this.options.allowsAny()) {
			return true;
		}
		String referrer = request.get(HttpHeaderNames.REFERER);
		int start = (referrer != null) ? referrer.indexOf("://") : -1;
		if (referrer == null || start < 0) {
			return false;
		}
		int end = referrer.indexOf('/', start + 3);
		return isAllowed((end < 0) ? referrer : referrer.substring(0, end));
	}

	private boolean isAllowed(String origin) {
		String lowerCase = origin.toLowerCase(Locale.ROOT);
		for (OriginPattern pattern : this.allowed) {
			if (pattern.matches(lowerCase)) {
				return true;
			}
		}
		return false;
	}

	static boolean isCrossOrigin(HttpHeaders request, @Nullable String host) {
		String origin = request.get(HttpHeaderNames.ORIGIN);
		return origin != null && !isSameOrigin(origin, host);
	}

	// The scheme is left out of it: behind a proxy that ends TLS it is not ours to see.
	private static boolean isSameOrigin(String origin, @Nullable String host) {
		int start = origin.indexOf("://");
		if (start < 0 || host == null) {
			return false;
		}
		String defaultPort = origin.startsWith("https:") ? ":443" : ":80";
		return authority(origin.substring(start + 3), defaultPort).equals(authority(host, defaultPort));
	}

	private static String authority(String host, String defaultPort) {
		String authority = host.toLowerCase(Locale.ROOT);
		if (authority.endsWith(defaultPort)) {
			return authority.substring(0, authority.length() - defaultPort.length());
		}
		return authority;
	}

	void addHeaders(HttpHeaders request, HttpHeaders response) {
		String origin = request.get(HttpHeaderNames.ORIGIN);
		if (origin == null || this.options.allowedOrigins().isEmpty()) {
			return;
		}
		if (this.options.allowsAny()) {
			response.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, CorsOptions.ANY);
			return;
		}
		response.add(HttpHeaderNames.VARY, HttpHeaderNames.ORIGIN);
		if (isAllowed(origin)) {
			response.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
			if (this.options.allowCredentials()) {
				response.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
			}
		}
	}

	void addPreflightHeaders(HttpHeaders request, HttpHeaders response) {
		String origin = request.get(HttpHeaderNames.ORIGIN);
		if (origin == null || !isAllowed(origin)) {
			return;
		}
		response.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
		response.set(HttpHeaderNames.ACCESS_CONTROL_MAX_AGE, this.options.maxAge().toSeconds());
		String requested = request.get(HttpHeaderNames.ACCESS_CONTROL_REQUEST_HEADERS);
		if (requested != null) {
			addAllowedHeaders(requested, response);
		}
	}

	private void addAllowedHeaders(String requested, HttpHeaders response) {
		if (this.options.allowedHeaders().contains(CorsOptions.ANY)) {
			response.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, requested);
			response.add(HttpHeaderNames.VARY, HttpHeaderNames.ACCESS_CONTROL_REQUEST_HEADERS);
		}
		else if (!this.options.allowedHeaders().isEmpty()) {
			response.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, String.join(",", this.options.allowedHeaders()));
		}
	}

}
