package io.distributor.engine.protocol.socketio;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Checks UTF-8 as RFC 3629, section 4 defines it: no overlong forms, no surrogates,
 * nothing above U+10FFFF. JSON parsers let some of these pass.
 */
final class Utf8 {

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

	private static final long NOT_ASCII = 0x8080808080808080L;

	private final byte[] bytes;

	private int position;

	private Utf8(byte[] bytes) {
		this.bytes = bytes;
	}

	static void check(byte[] bytes) {
		Utf8 text = new Utf8(bytes);
		while (text.skipAscii()) {
			if (!text.skipCharacter()) {
				throw new MalformedPacketException("text: not valid UTF-8 at byte " + text.position);
			}
		}
	}

	/** Returns whether something is left. */
	private boolean skipAscii() {
		int end = this.bytes.length;
		while (this.position <= end - Long.BYTES && ((long) LONGS.get(this.bytes, this.position) & NOT_ASCII) == 0) {
			this.position += Long.BYTES;
		}
		while (this.position < end && this.bytes[this.position] >= 0) {
			this.position++;
		}
		return this.position < end;
	}

	private boolean skipCharacter() {
		int lead = this.bytes[this.position] & 0xFF;
		if (lead >= 0xC2 && lead <= 0xDF) {
			return skipTail(1, 0x80, 0xBF);
		}
		if (lead >= 0xE0 && lead <= 0xEF) {
			return skipTail(2, (lead == 0xE0) ? 0xA0 : 0x80, (lead == 0xED) ? 0x9F : 0xBF);
		}
		if (lead >= 0xF0 && lead <= 0xF4) {
			return skipTail(3, (lead == 0xF0) ? 0x90 : 0x80, (lead == 0xF4) ? 0x8F : 0xBF);
		}
		return false;
	}

	/** The range of the second byte depends on the first; the others have one range. */
	private boolean skipTail(int length, int from, int to) {
		if (this.position + length >= this.bytes.length || !isWithin(this.position + 1, from, to)) {
			return false;
		}
		for (int i = 2; i <= length; i++) {
			if (!isWithin(this.position + i, 0x80, 0xBF)) {
				return false;
			}
		}
		this.position += length + 1;
		return true;
	}

	private boolean isWithin(int index, int from, int to) {
		int value = this.bytes[index] & 0xFF;
		return value >= from && value <= to;
	}

}
