package io.distributor.benchmarks.driver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import org.jspecify.annotations.Nullable;

/**
 * A connection for one request after another, and reads their answers with as little work
 * as possible. Belongs to the event loop of its driver.
 */
final class HttpConnection extends ByteToMessageDecoder {

	private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.ISO_8859_1);

	private static final int STATUS = "HTTP/1.1 ".length();

	private final Listener listener;

	private @Nullable ChannelHandlerContext context;

	private boolean ready;

	private int bodyLength = -1;

	HttpConnection(Listener listener) {
		this.listener = listener;
	}

	boolean isReady() {
		return this.ready;
	}

	/**
	 * Sends a request; the one before must have been answered.
	 * @param head its head
	 * @param body its body
	 */
	void send(byte[] head, byte[] body) {
		ChannelHandlerContext context = this.context;
		if (context == null || !this.ready) {
			throw new IllegalStateException("The connection is not ready (expected: connected, and no request)");
		}
		this.ready = false;
		context.writeAndFlush(context.alloc().buffer(head.length + body.length).writeBytes(head).writeBytes(body),
				context.voidPromise());
	}

	@Override
	public void channelActive(ChannelHandlerContext context) {
		this.context = context;
		this.ready = true;
		this.listener.onReady();
	}

	@Override
	protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
		if (this.bodyLength < 0 && !readHead(in)) {
			return;
		}
		if (in.readableBytes() < this.bodyLength) {
			return;
		}
		int from = in.readerIndex();
		int end = from + this.bodyLength;
		this.bodyLength = -1;
		this.ready = true;
		this.listener.onAnswer(in, from, end);
		in.readerIndex(end);
	}

	private boolean readHead(ByteBuf in) {
		int start = in.readerIndex();
		int length = -1;
		int line = start;
		for (int end = in.indexOf(line, in.writerIndex(), (byte) '\n'); end >= 0; end = in.indexOf(line,
				in.writerIndex(), (byte) '\n')) {
			if (end - line <= 1) {
				requireSuccess(in, start, length);
				this.bodyLength = length;
				in.readerIndex(end + 1);
				return true;
			}
			if (isLength(in, line, end)) {
				length = number(in, line + LENGTH.length, end);
			}
			line = end + 1;
		}
		return false;
	}

	private static void requireSuccess(ByteBuf in, int start, int length) {
		String status = in.toString(start + STATUS, 3, StandardCharsets.ISO_8859_1);
		if (!status.equals("200") || length < 0) {
			throw new IllegalStateException(
					"answer: " + status + ", content length " + length + " (expected: 200 and a content length)");
		}
	}

	private static boolean isLength(ByteBuf in, int line, int end) {
		if (end - line < LENGTH.length) {
			return false;
		}
		for (int i = 0; i < LENGTH.length; i++) {
			if (Character.toLowerCase(in.getByte(line + i)) != LENGTH[i]) {
				return false;
			}
		}
		return true;
	}

	private static int number(ByteBuf in, int from, int end) {
		return Integer.parseInt(in.toString(from, end - from, StandardCharsets.ISO_8859_1).trim());
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		this.ready = false;
		this.listener.onClosed();
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		// Of a connection that is lost its user hears next, and may open another.
		if (!(cause instanceof IOException)) {
			this.listener.onFailure(cause);
		}
		context.close();
	}

	void close() {
		if (this.context != null) {
			this.context.close();
		}
	}

	/**
	 * Hears what happens to the connection.
	 */
	interface Listener {

		/** It is connected, and takes a request. */
		void onReady();

		/**
		 * The request was answered; the next one may be sent.
		 * @param in where the body is
		 * @param from its first index
		 * @param end the index behind it
		 */
		void onAnswer(ByteBuf in, int from, int end);

		/**
		 * What came is no answer; the connection is about to be closed.
		 * @param cause why
		 */
		void onFailure(Throwable cause);

		/** It is closed. */
		void onClosed();

	}

}
