package io.distributor.engine.server;

import java.nio.charset.StandardCharsets;

import io.distributor.engine.transport.HttpExchange;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.QueryStringDecoder;
import org.jspecify.annotations.Nullable;

/**
 * JSONP of revision 3: polls are answered with a script that calls function {@code j} of
 * the page, and payloads come as field {@code d} of a form.
 *
 * @see <a href=
 * "https://github.com/socketio/socket.io/blob/main/docs/engine.io-protocol/v3.md#jsonp">Engine.IO
 * protocol, "JSONP"</a>
 */
final class Jsonp {

	private static final int MAX_DIGITS = 9;

	private static final String FIELD = "d=";

	private Jsonp() {
	}

	/** Returns whether a request asks for JSONP with something else than a number. */
	static boolean isMalformed(RequestExchange exchange) {
		String index = index(exchange);
		return index != null && !isNumber(index);
	}

	/** Returns whether a request asks for JSONP. */
	static boolean isRequestedBy(RequestExchange exchange) {
		return index(exchange) != null;
	}

	private static @Nullable String index(RequestExchange exchange) {
		return (exchange.revision() == 3) ? exchange.query("j") : null;
	}

	private static boolean isNumber(String index) {
		return !index.isEmpty() && index.length() <= MAX_DIGITS
				&& index.chars().allMatch((digit) -> digit >= '0' && digit <= '9');
	}

	/** Returns what answers a poll: a script if one is asked for. */
	static HttpExchange exchange(RequestExchange exchange) {
		String index = index(exchange);
		return (index != null) ? new JsonpExchange(exchange, index) : exchange;
	}

	/**
	 * Returns the payload of a request.
	 * @param exchange the request
	 * @param body its body, released here if the payload is another buffer
	 * @return the body itself unless it is a form
	 */
	static ByteBuf payload(RequestExchange exchange, ByteBuf body) {
		if (index(exchange) == null) {
			return body;
		}
		try {
			return payload(body);
		}
		finally {
			body.release();
		}
	}

	private static ByteBuf payload(ByteBuf form) {
		String field = form.toString(StandardCharsets.UTF_8);
		if (!field.startsWith(FIELD)) {
			return Unpooled.EMPTY_BUFFER;
		}
		try {
			String payload = unescape(QueryStringDecoder.decodeComponent(field.substring(FIELD.length())));
			return Unpooled.wrappedBuffer(payload.getBytes(StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException ex) {
			return Unpooled.EMPTY_BUFFER;
		}
	}

	// A line feed comes as \n, because browsers make others of it, and \n as \\n.
	private static String unescape(String text) {
		StringBuilder payload = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			if (text.startsWith("\\\\n", i)) {
				payload.append("\\n");
				i += 2;
			}
			else if (text.startsWith("\\n", i)) {
				payload.append('\n');
				i++;
			}
			else {
				payload.append(text.charAt(i));
			}
		}
		return payload.toString();
	}

}
