package io.distributor.engine.server;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;

/**
 * What responses have beside what the protocol asks for. May be used from any thread.
 */
final class ResponseHeaders {

	private final HttpOptions options;

	ResponseHeaders(HttpOptions options) {
		this.options = options;
	}

	void addConfigured(HttpHeaders response) {
		this.options.responseHeaders().forEach(response::set);
	}

	// A page may keep a file, but asks each time whether it is still the same.
	void addFile(RequestExchange exchange, HttpHeaders response) {
		ServedFile file = exchange.given();
		if (file != null) {
			response.set(HttpHeaderNames.ETAG, file.etag())
				.set(HttpHeaderNames.CACHE_CONTROL, "public, max-age=0")
				.set("X-Content-Type-Options", "nosniff");
		}
	}

	void addCookie(RequestExchange exchange, HttpHeaders response) {
		CookieOptions cookie = this.options.cookie();
		String sessionId = exchange.openedSession();
		if (cookie != null && sessionId != null) {
			response.add(HttpHeaderNames.SET_COOKIE, cookie.header(sessionId, exchange.client().secure()));
		}
	}

}
