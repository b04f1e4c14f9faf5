package io.distributor.engine.server;

import java.nio.charset.StandardCharsets;

import io.distributor.engine.transport.HttpExchange;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * A poll that is answered with a script. Errors are answered as they are.
 */
record JsonpExchange(RequestExchange exchange, String index) implements HttpExchange {

	private static final int OK = 200;

	private static final String HEX = "0123456789abcdef";

	@Override
	public ByteBufAllocator allocator() {
		return this.exchange.allocator();
	}

	@Override
	public void opens(String session) {
		this.exchange.opens(session);
	}

	@Override
	public void respond(int status, String contentType, ByteBuf body) {
		if (status != OK) {
			this.exchange.respond(status, contentType, body);
			return;
		}
		try {
			ByteBuf script = allocator().buffer(body.readableBytes() + body.readableBytes() / 8 + 32);
			script.writeCharSequence(script(body.toString(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
			this.exchange.respond(status, "text/javascript; charset=UTF-8", script);
		}
		finally {
			body.release();
		}
	}

	private String script(String payload) {
		StringBuilder script = new StringBuilder(payload.length() + 32).append("___eio[")
			.append(this.index)
			.append("](\"");
		payload.chars().forEach((character) -> appendEscaped(script, (char) character));
		return script.append("\");").toString();
	}

	// Also what ends a script element or a line of JavaScript, but not of JSON.
	private static void appendEscaped(StringBuilder script, char character) {
		if (character == '"' || character == '\\') {
			script.append('\\').append(character);
		}
		else if (character < ' ' || character == '<' || character == '\u2028' || character == '\u2029') {
			script.append("\\u");
			for (int shift = 12; shift >= 0; shift -= 4) {
				script.append(HEX.charAt((character >> shift) & 0xF));
			}
		}
		else {
			script.append(character);
		}
	}

}
