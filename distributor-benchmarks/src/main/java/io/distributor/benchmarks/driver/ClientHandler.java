package io.distributor.benchmarks.driver;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;

/**
 * Opens a websocket by hand and reads what the server sends, with as little work as
 * possible: no objects for frames, packets or JSON.
 */
final class ClientHandler extends ByteToMessageDecoder {

	private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

	private static final int OPCODE = 0x0f;

	private static final int CLOSE = 0x8;

	private static final int BINARY = 0x2;

	private final String request;

	private final ClientEvents events;

	private Client client;

	private boolean open;

	private int awaitsAttachment = -1;

	ClientHandler(int port, io.netty.channel.Channel channel, ClientEvents events) {
		this.events = events;
		this.client = new Client(channel, events);
		this.request = "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:" + port
				+ "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
				+ "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
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
					throw new IllegalStateException("Answer to the upgrade: " + status + " (expected: 101)");
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
		else if (length > 0) {
			read(in, start + head, end, opcode);
		}
		in.readerIndex(end);
		return true;
	}

	private void read(ByteBuf in, int from, int end, int opcode) {
		if (opcode == BINARY) {
			int ackId = this.awaitsAttachment;
			this.awaitsAttachment = -1;
			if (ackId >= 0) {
				this.client.onAnswer(ackId);
			}
			return;
		}
		switch (in.getByte(from)) {
			case '0' -> this.client.send("40");
			case '2' -> this.client.send("3");
			case '4' -> packet(in, from + 1, end);
			default -> {
			}
		}
	}

	private void packet(ByteBuf in, int from, int end) {
		switch (in.getByte(from)) {
			case '0' -> this.client.onAccepted();
			case '2', '5' -> event(in, from + 1, end);
			case '3' -> this.client.onAnswer(number(in, from + 1));
			case '6' -> this.awaitsAttachment = number(in, indexOf(in, from, end, '-') + 1);
			case '1', '4' -> throw new IllegalStateException(
					"The server ended a socket: " + in.toString(from, end - from, StandardCharsets.ISO_8859_1));
			default -> {
			}
		}
	}

	private void event(ByteBuf in, int from, int end) {
		int json = indexOf(in, from, end, '[');
		int reader = in.readerIndex();
		int writer = in.writerIndex();
		in.setIndex(json, end);
		this.client.onEvent(in);
		in.setIndex(reader, writer);
	}

	private static int indexOf(ByteBuf in, int from, int end, char wanted) {
		int index = from;
		while (index < end && in.getByte(index) != wanted) {
			index++;
		}
		return index;
	}

	private static int number(ByteBuf in, int from) {
		int number = 0;
		for (int i = from; in.getByte(i) >= '0' && in.getByte(i) <= '9'; i++) {
			number = 10 * number + in.getByte(i) - '0';
		}
		return number;
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
		this.events.onDisconnect(this.client);
		System.err.println("A client failed: " + cause);
		context.close();
	}

}
