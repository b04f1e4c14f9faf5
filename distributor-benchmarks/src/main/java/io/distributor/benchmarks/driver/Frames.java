package io.distributor.benchmarks.driver;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * Websocket frames of a client. Their mask is zero, which RFC 6455 allows and which costs
 * nothing to apply.
 */
final class Frames {

	private static final int TEXT = 0x81;

	private static final int BINARY = 0x82;

	private static final int MASKED = 0x80;

	private static final int SHORT = 125;

	private static final int MEDIUM = 65_535;

	private static final int HEADER = 14;

	private Frames() {
	}

	static ByteBuf text(ByteBufAllocator allocator, byte[] payload) {
		return frame(allocator, TEXT, payload);
	}

	static ByteBuf binary(ByteBufAllocator allocator, byte[] payload) {
		return frame(allocator, BINARY, payload);
	}

	private static ByteBuf frame(ByteBufAllocator allocator, int type, byte[] payload) {
		ByteBuf frame = allocator.buffer(HEADER + payload.length).writeByte(type);
		if (payload.length <= SHORT) {
			frame.writeByte(MASKED | payload.length);
		}
		else if (payload.length <= MEDIUM) {
			frame.writeByte(MASKED | 126).writeShort(payload.length);
		}
		else {
			frame.writeByte(MASKED | 127).writeLong(payload.length);
		}
		return frame.writeInt(0).writeBytes(payload);
	}

}
