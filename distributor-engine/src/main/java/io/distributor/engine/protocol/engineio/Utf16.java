package io.distributor.engine.protocol.engineio;

import io.netty.buffer.ByteBuf;

/**
 * Counts UTF-16 code units of valid UTF-8, which is what JavaScript takes for characters.
 */
final class Utf16 {

	private Utf16() {
	}

	/** Returns how many code units text has. */
	static int length(byte[] text) {
		int units = 0;
		for (byte each : text) {
			units += units(each);
		}
		return units;
	}

	/**
	 * Returns the bytes that so many code units take from the reader index on.
	 * @return the length in bytes, or -1 if the text is shorter or would be cut within a
	 * character
	 */
	static int byteLength(ByteBuf text, int units) {
		int left = units;
		int index = text.readerIndex();
		int end = text.writerIndex();
		while (index < end) {
			int next = units(text.getByte(index));
			if (left == 0 && next > 0) {
				break;
			}
			left -= next;
			if (left < 0) {
				return -1;
			}
			index++;
		}
		return (left == 0) ? index - text.readerIndex() : -1;
	}

	/** A character counts with its first byte; one of four bytes is a surrogate pair. */
	private static int units(byte each) {
		if ((each & 0xC0) == 0x80) {
			return 0;
		}
		return ((each & 0xF8) == 0xF0) ? 2 : 1;
	}

}
