package io.distributor.link.frame;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes frames out of valid ones: bytes are changed, left out and repeated, headers of
 * MessagePack are put in that promise what is not there, and pieces are mixed with those
 * of others. The same seed makes the same frames; one of your own and more of them:
 * {@code -Ddistributor.fuzz.seed=42 -Ddistributor.fuzz.rounds=10000000}.
 */
public final class FrameMutations {

	private static final int MAX_CHANGES = 8;

	/** Each type of value; for those with a size, the largest, too. */
	private static final List<byte[]> VALUES = Stream
		.of("00", "7f", "ff", "80", "8f", "90", "9f", "a0", "bf", "c0", "c1", "c2", "c3", "c400", "c4ff", "c5ffff",
				"c67fffffff", "c6ffffffff", "c7ff05", "c9ffffffff01", "ca7fc00000", "cb7ff0000000000000", "ccff",
				"cdffff", "ceffffffff", "cfffffffffffffffff", "d080", "d18000", "d280000000", "d38000000000000000",
				"d401ff", "d801", "d900", "d9ff", "daffff", "db7fffffff", "dbffffffff", "dc0000", "dcffff",
				"dd00000001", "dd7fffffff", "ddffffffff", "de0000", "deffff", "df3fffffff", "dfffffffff")
		.map(HexFormat.of()::parseHex)
		.toList();

	private final List<byte[]> frames;

	private final SplittableRandom random;

	FrameMutations(List<byte[]> frames, long seed) {
		this.frames = frames;
		this.random = new SplittableRandom(seed);
	}

	/**
	 * Tries frames; a failure names the one it came with.
	 * @param frames valid frames
	 * @param rounds how many, unless a system property says otherwise
	 * @param test what must not fail
	 */
	public static void fuzz(List<byte[]> frames, int rounds, Consumer<byte[]> test) {
		FrameMutations mutations = new FrameMutations(frames, Long.getLong("distributor.fuzz.seed", 1));
		frames.forEach((valid) -> test(test, valid));
		for (long round = Long.getLong("distributor.fuzz.rounds", rounds); round > 0; round--) {
			test(test, mutations.next());
		}
	}

	private static void test(Consumer<byte[]> test, byte[] frame) {
		try {
			test.accept(frame.clone());
		}
		catch (RuntimeException | Error ex) {
			throw new AssertionError("frame: " + HexFormat.of().formatHex(frame), ex);
		}
	}

	byte[] next() {
		byte[] frame = pick(this.frames);
		for (int changes = this.random.nextInt(1, MAX_CHANGES); changes > 0; changes--) {
			frame = change(frame);
		}
		return frame;
	}

	private byte[] pick(List<byte[]> choice) {
		return choice.get(this.random.nextInt(choice.size()));
	}

	private byte[] change(byte[] frame) {
		int from = this.random.nextInt(frame.length + 1);
		int to = Math.min(from + this.random.nextInt(1, 8), frame.length);
		return switch (this.random.nextInt(7)) {
			case 0 -> join(frame, from, new byte[] { (byte) this.random.nextInt(256) }, to);
			case 1 -> join(frame, from, pick(VALUES), from);
			case 2 -> join(frame, from, pick(VALUES), Math.min(from + 1, frame.length));
			case 3 -> join(frame, from, new byte[0], to);
			case 4 -> join(frame, to, Arrays.copyOfRange(frame, from, to), to);
			case 5 -> Arrays.copyOf(frame, from);
			default -> join(frame, from, tail(pick(this.frames)), frame.length);
		};
	}

	private byte[] tail(byte[] other) {
		return Arrays.copyOfRange(other, this.random.nextInt(other.length + 1), other.length);
	}

	/** Returns what is before a position, other bytes, and what is from a position on. */
	private static byte[] join(byte[] frame, int before, byte[] between, int from) {
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		joined.write(frame, 0, before);
		joined.writeBytes(between);
		joined.write(frame, from, frame.length - from);
		return joined.toByteArray();
	}

}
