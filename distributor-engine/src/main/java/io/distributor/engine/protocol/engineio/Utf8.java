package io.distributor.engine.protocol.engineio;

import io.netty.buffer.ByteBuf;

/**
 * Tells UTF-8 from other bytes without decoding it (RFC 3629, section 4).
 */
public final class Utf8 {

	private static final long NON_ASCII = 0x8080808080808080L;

	private Utf8() {
	}

	/**
	 * Returns whether all readable bytes are well-formed UTF-8: no overlong forms, no
	 * surrogates, nothing cut off.
	 * @param buffer the bytes; its indices stay as they are
	 * @return whether it is UTF-8
	 */
	public static boolean isValid(ByteBuf buffer) {
		int index = buffer.readerIndex();
		int end = buffer.writerIndex();
		while (index < end) {
			if (end - index >= Long.BYTES && (buffer.getLong(index) & NON_ASCII) == 0) {
				index += Long.BYTES;
				continue;
			}
			int length = sequenceLength(buffer, index, end);
			if (length == 0) {
				return false;
			}
			index += length;
		}
		return true;
	}

	private static int sequenceLength(ByteBuf buffer, int index, int end) {
		int first = buffer.getByte(index) & 0xFF;
		if (first < 0x80) {
			return 1;
		}
		int length = (first < 0xE0) ? 2 : (first < 0xF0) ? 3 : 4;
		if (first < 0xC2 || first > 0xF4 || end - index < length) {
			return 0;
		}
		int second = buffer.getByte(index + 1) & 0xFF;
		if (second < lowestSecond(first) || second > highestSecond(first)) {
			return 0;
		}
		for (int i = 2; i < length; i++) {
			if ((buffer.getByte(index + i) & 0xC0) != 0x80) {
				return 0;
			}
		}
		return length;
	}

	private static int lowestSecond(int first) {
		return (first == 0xE0) ? 0xA0 : (first == 0xF0) ? 0x90 : 0x80;
	}

	private static int highestSecond(int first) {
		return (first == 0xED) ? 0x9F : (first == 0xF4) ? 0x8F : 0xBF;
	}

}
