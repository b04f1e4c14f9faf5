package io.distributor.interop.adapter;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Dates of JavaScript: from the bytes that {@code notepack.io} writes to the text that
 * {@code JSON.stringify} gives.
 */
final class ScriptDate {

	private static final double MAX_MILLIS = 8.64e15;

	private static final double UPPER_WORD = 0x1p32;

	private static final double NANOS_PER_MILLI = 1e6;

	private static final long LOWER_WORD_MASK = 0xFFFF_FFFFL;

	private ScriptDate() {
	}

	/**
	 * Reads a timestamp as MessagePack has them.
	 * @param bytes 4, 8 or 12 bytes
	 * @return the text, or {@code null} if no JavaScript date is so far away
	 */
	static @Nullable String timestamp(byte[] bytes) {
		ByteBuffer buffer = ByteBuffer.wrap(bytes);
		return switch (bytes.length) {
			case 4 -> text(unsigned(buffer.getInt()) * 1e3);
			case 8 -> {
				long word = buffer.getLong();
				yield text((word & 0x3_FFFF_FFFFL) * 1e3 + (word >>> 34) / NANOS_PER_MILLI);
			}
			case 12 -> {
				long nanos = unsigned(buffer.getInt());
				yield text(buffer.getLong() * 1e3 + nanos / NANOS_PER_MILLI);
			}
			default ->
				throw new MalformedMessageException("timestamp: " + bytes.length + " bytes (expected: 4, 8 or 12)");
		};
	}

	/**
	 * Reads a date as earlier versions of {@code notepack.io} write it.
	 * @param bytes 8 bytes
	 * @return the text, or {@code null} if no JavaScript date is so far away
	 */
	static @Nullable String millis(byte[] bytes) {
		ByteBuffer buffer = ByteBuffer.wrap(bytes);
		return text(buffer.getInt() * UPPER_WORD + unsigned(buffer.getInt()));
	}

	private static long unsigned(int word) {
		return word & LOWER_WORD_MASK;
	}

	private static @Nullable String text(double millis) {
		if (Math.abs(millis) > MAX_MILLIS) {
			return null;
		}
		OffsetDateTime date = Instant.ofEpochMilli((long) millis).atOffset(ZoneOffset.UTC);
		int year = date.getYear();
		String yearText = (year >= 0 && year <= 9999) ? String.format(Locale.ROOT, "%04d", year)
				: String.format(Locale.ROOT, "%s%06d", (year < 0) ? "-" : "+", Math.abs(year));
		return String.format(Locale.ROOT, "%s-%02d-%02dT%02d:%02d:%02d.%03dZ", yearText, date.getMonthValue(),
				date.getDayOfMonth(), date.getHour(), date.getMinute(), date.getSecond(), date.getNano() / 1_000_000);
	}

}
