package io.distributor.benchmarks.driver;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Opens a websocket by hand and reads what the server sends, with as little work as
 * possible: no objects for frames.
 */
final class WebSocketConnection extends ByteToMessageDecoder implements Connection {

	private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

	private static final int OPCODE = 0x0f;

	private static final int CLOSE = 0x8;

	private static final int BINARY = 0x2;

	private final String request;

	private final Client client;

	private @Nullable ChannelHandlerContext context;

	private boolean open;

	WebSocketConnection(int port, Relay events) {
		this.client = new Client(this, events);
		this.request = "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:" + port
				+ "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
				+ "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
	}

	@Override
	public void write(byte[] packet) {
		ChannelHandlerContext context = context();
		context.write(Frames.text(context.alloc(), packet), context.voidPromise());
	}

	@Override
	public void writeAttachment(byte[] attachment) {
		ChannelHandlerContext context = context();
		context.write(Frames.binary(context.alloc(), attachment), context.voidPromise());
	}

	@Override
	public void flush() {
		context().flush();
	}

	@Override
	public void close() {
		context().close();
	}

	private ChannelHandlerContext context() {
		return Objects.requireNonNull(this.context);
	}

	@Override
	public void handlerAdded(ChannelHandlerContext context) {
		this.context = context;
	}

	@Override
	public void channelActive(ChannelHandlerContext context) {
		context.writeAndFlush(context.alloc()
			.buffer(this.request.length())
			.writeBytes(this.request.getBytes(StandardCharsets.ISO_8859_1)));
	}

	@Override
	protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
		if (!this.open) {
			openIfAnswered(in);
		}
		while (this.open && readFrame(context, in)) {
			// Each turn reads one frame.
		}
	}

	private void openIfAnswered(ByteBuf in) {
		int start = in.readerIndex();
		for (int i = start; i <= in.writerIndex() - END_OF_HEAD.length; i++) {
			if (in.getByte(i) == '\r' && in.getByte(i + 1) == '\n' && in.getByte(i + 2) == '\r') {
				String status = in.toString(start, 12, StandardCharsets.ISO_8859_1);
				if (!status.endsWith("101")) {
					throw new IllegalStateException("answer to the upgrade: " + status + " (expected: 101)");
				}
				in.readerIndex(i + END_OF_HEAD.length);
				this.open = true;
				return;
			}
		}
	}

	private boolean readFrame(ChannelHandlerContext context, ByteBuf in) {
		int start = in.readerIndex();
		int available = in.writerIndex() - start;
		if (available < 2) {
			return false;
		}
		int opcode = in.getByte(start) & OPCODE;
		int length = in.getByte(start + 1) & 0x7f;
		int head = (length == 126) ? 4 : (length == 127) ? 10 : 2;
		if (available < head) {
			return false;
		}
		if (head == 4) {
			length = in.getUnsignedShort(start + 2);
		}
		else if (head == 10) {
			length = (int) in.getLong(start + 2);
		}
		if (available < head + length) {
			return false;
		}
		int end = start + head + length;
		if (opcode == CLOSE) {
			context.close();
		}
		else if (opcode == BINARY) {
			this.client.readAttachment();
		}
		else if (length > 0) {
			this.client.read(in, start + head, end);
		}
		in.readerIndex(end);
		return true;
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext context) throws Exception {
		this.client.flush();
		super.channelReadComplete(context);
	}

	@Override
	public void channelInactive(ChannelHandlerContext context) {
		this.client.onClosed();
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		this.client.fail(cause);
		context.close();
	}

}
