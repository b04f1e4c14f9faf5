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

	void addCookie(RequestExchange exchange, HttpHeaders response) {
		CookieOptions cookie = this.options.cookie();
		String sessionId = exchange.openedSession();
		if (cookie != null && sessionId != null) {
			response.add(HttpHeaderNames.SET_COOKIE, cookie.header(sessionId, exchange.client().secure()));
		}
	}

}
