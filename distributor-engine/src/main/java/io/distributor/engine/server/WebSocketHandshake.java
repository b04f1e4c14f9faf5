package io.distributor.engine.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/**
 * The opening handshake of WebSocket (RFC 6455, section 4.2), without subprotocols.
 */
final class WebSocketHandshake {

	private static final String ACCEPT_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

	private static final int KEY_LENGTH = 24;

	private WebSocketHandshake() {
	}

	static boolean isRequestedBy(HttpHeaders headers) {
		return headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
				&& headers.containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true);
	}

	static boolean isValid(HttpHeaders headers) {
		String key = headers.get(HttpHeaderNames.SEC_WEBSOCKET_KEY);
		return key != null && key.length() == KEY_LENGTH
				&& "13".equals(headers.get(HttpHeaderNames.SEC_WEBSOCKET_VERSION));
	}

	/**
	 * Accepts a handshake.
	 * @param request its headers
	 * @param extension the extension that was agreed on, or {@code null} for none
	 * @return the response
	 */
	static FullHttpResponse response(HttpHeaders request, @Nullable String extension) {
		FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
				HttpResponseStatus.SWITCHING_PROTOCOLS, Unpooled.EMPTY_BUFFER);
		response.headers()
			.set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET)
			.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE)
			.set(HttpHeaderNames.SEC_WEBSOCKET_ACCEPT, accept(request.get(HttpHeaderNames.SEC_WEBSOCKET_KEY)));
		if (extension != null) {
			response.headers().set(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS, extension);
		}
		return response;
	}

	static String accept(String key) {
		byte[] bytes = (key + ACCEPT_SUFFIX).getBytes(StandardCharsets.ISO_8859_1);
		return Base64.getEncoder().encodeToString(sha1().digest(bytes));
	}

	private static MessageDigest sha1() {
		try {
			return MessageDigest.getInstance("SHA-1");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("SHA-1 is missing, which every Java platform has", ex);
		}
	}

}
