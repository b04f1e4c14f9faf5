package io.distributor.nettysocketio.handler;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Gives sockets the {@link UUID} that netty-socketio has for them: always the same one
 * for the same id. The 120 bits of an id of 20 characters are in it as they are (version
 * 8), so it can be turned back; of any other id it is the name-based one (version 3).
 */
final class SessionIds {

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

	private static final int HALF = 10;

	private static final int VERSION = 8;

	private static final long LOW_60_BITS = (1L << 60) - 1;

	private SessionIds() {
	}

	static UUID uuid(String socketId) {
		long high = (socketId.length() == 2 * HALF) ? bits(socketId, 0) : -1;
		long low = (high >= 0) ? bits(socketId, HALF) : -1;
		if (low < 0) {
			return UUID.nameUUIDFromBytes(socketId.getBytes(StandardCharsets.UTF_8));
		}
		return new UUID(high >>> 12 << 16 | VERSION << 12 | high & 0xFFF, Long.MIN_VALUE | low);
	}

	/**
	 * Turns an id back.
	 * @return the id of the socket, or {@code null} if this is no id that can be turned
	 * back
	 */
	static @Nullable String socketId(UUID uuid) {
		if (uuid.version() != VERSION) {
			return null;
		}
		long high = uuid.getMostSignificantBits();
		return text(high >>> 16 << 12 | high & 0xFFF) + text(uuid.getLeastSignificantBits() & LOW_60_BITS);
	}

	private static long bits(String text, int begin) {
		long bits = 0;
		for (int i = begin; i < begin + HALF; i++) {
			int digit = ALPHABET.indexOf(text.charAt(i));
			if (digit < 0) {
				return -1;
			}
			bits = bits << 6 | digit;
		}
		return bits;
	}

	private static String text(long bits) {
		char[] text = new char[HALF];
		long rest = bits;
		for (int i = HALF - 1; i >= 0; i--) {
			text[i] = ALPHABET.charAt((int) (rest & 0x3F));
			rest >>>= 6;
		}
		return new String(text);
	}

}
