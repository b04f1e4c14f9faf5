package io.distributor.engine.server;

import io.distributor.engine.compression.RawDeflater;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Compresses responses to polls. Files stay as they are, and so does what has no body.
 */
final class ResponseCompression {

	private ResponseCompression() {
	}

	/**
	 * Compresses a response if its client accepts that.
	 * @param exchange the request
	 * @param response the response, released if another one is returned
	 * @param threshold bytes from which on it is compressed
	 * @param deflater compresses
	 * @return the response to be written
	 */
	static FullHttpResponse apply(RequestExchange exchange, FullHttpResponse response, int threshold,
			RawDeflater deflater) {
		ByteBuf body = response.content();
		if (!isPoll(exchange, response) || !body.isReadable()) {
			return response;
		}
		response.headers().add(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING);
		ContentCoding coding = (body.readableBytes() >= threshold) ? coding(exchange) : null;
		ByteBuf encoded = (coding != null) ? coding.encode(body, deflater) : null;
		if (coding == null || encoded == null) {
			return response;
		}
		FullHttpResponse compressed = response.replace(encoded);
		compressed.headers()
			.set(HttpHeaderNames.CONTENT_ENCODING, coding.token())
			.set(HttpHeaderNames.CONTENT_LENGTH, encoded.readableBytes());
		response.release();
		return compressed;
	}

	private static boolean isPoll(RequestExchange exchange, FullHttpResponse response) {
		return exchange.method().equals(HttpMethod.GET) && response.status().equals(HttpResponseStatus.OK)
				&& exchange.given() == null;
	}

	private static @Nullable ContentCoding coding(RequestExchange exchange) {
		return AcceptedCodings.best(exchange.headers().getAll(HttpHeaderNames.ACCEPT_ENCODING));
	}

}
