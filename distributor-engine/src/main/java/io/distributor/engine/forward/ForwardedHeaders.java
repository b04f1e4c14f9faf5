package io.distributor.engine.forward;

import java.util.Set;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;

/**
 * Headers of a request as they go on to another server: those that concern the connection
 * only stay (RFC 9110, section 7.6.1).
 */
final class ForwardedHeaders {

	/** Says for whom a request is. */
	static final AsciiString NAME = AsciiString.cached("distributor-forwarded");

	private static final Set<AsciiString> OF_THE_CONNECTION = Set.of(HttpHeaderNames.CONNECTION,
			AsciiString.cached("keep-alive"), HttpHeaderNames.PROXY_AUTHENTICATE, HttpHeaderNames.PROXY_AUTHORIZATION,
			AsciiString.cached("proxy-connection"), HttpHeaderNames.TE, HttpHeaderNames.TRAILER,
			HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderNames.UPGRADE, HttpHeaderNames.EXPECT,
			HttpHeaderNames.CONTENT_LENGTH, NAME);

	private ForwardedHeaders() {
	}

	static HttpHeaders of(HttpHeaders client, boolean webSocket, int contentLength) {
		HttpHeaders headers = new DefaultHttpHeaders().set(client);
		for (String value : client.getAll(HttpHeaderNames.CONNECTION)) {
			for (String name : value.split(",", -1)) {
				if (!name.isBlank()) {
					headers.remove(name.trim());
				}
			}
		}
		OF_THE_CONNECTION.forEach(headers::remove);
		if (webSocket) {
			return headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE)
				.set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
		}
		headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
		return (contentLength > 0) ? headers.set(HttpHeaderNames.CONTENT_LENGTH, contentLength) : headers;
	}

}
