package io.distributor.engine.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Makes inputs from valid ones: bytes are changed, left out, repeated and mixed with
 * those of others. The same seed makes the same inputs.
 */
public final class Mutations {

	private static final int MAX_CHANGES = 8;

	private static final byte[] INTERESTING = { 0, 1, 4, '0', '4', '5', '9', 'b', ':', '-', ',', '/', '?', '[', ']',
			'{', '}', '"', '\\', 0x1e, 0x7f, (byte) 0x80, (byte) 0xC0, (byte) 0xED, (byte) 0xF4, (byte) 0xFF };

	private final List<byte[]> corpus;

	private final SplittableRandom random;

	public Mutations(List<byte[]> corpus, long seed) {
		this.corpus = corpus;
		this.random = new SplittableRandom(seed);
	}

	/**
	 * Tries inputs; a failure names the one it came with.
	 * @param corpus valid inputs
	 * @param rounds how many inputs, unless a system property says otherwise
	 * @param test what must not fail
	 */
	public static void fuzz(List<byte[]> corpus, int rounds, Consumer<byte[]> test) {
		long seed = Long.getLong("distributor.fuzz.seed", 1);
		Mutations mutations = new Mutations(corpus, seed);
		corpus.forEach((valid) -> test(test, valid));
		for (long round = Long.getLong("distributor.fuzz.rounds", rounds); round > 0; round--) {
			test(test, mutations.next());
		}
	}

	private static void test(Consumer<byte[]> test, byte[] input) {
		try {
			test.accept(input.clone());
		}
		catch (RuntimeException | Error ex) {
			throw new AssertionError("input: " + HexFormat.of().formatHex(input), ex);
		}
	}

	public byte[] next() {
		byte[] input = pick().clone();
		for (int changes = this.random.nextInt(1, MAX_CHANGES); changes > 0; changes--) {
			input = change(input);
		}
		return input;
	}

	private byte[] pick() {
		return this.corpus.get(this.random.nextInt(this.corpus.size()));
	}

	private byte[] change(byte[] input) {
		int from = this.random.nextInt(input.length + 1);
		int to = Math.min(from + this.random.nextInt(1, 8), input.length);
		return switch (this.random.nextInt(6)) {
			case 0 -> join(input, from, new byte[] { (byte) this.random.nextInt(256) }, to);
			case 1 -> join(input, from, new byte[] { interesting() }, from);
			case 2 -> join(input, from, new byte[] { interesting() }, Math.min(from + 1, input.length));
			case 3 -> join(input, from, new byte[0], to);
			case 4 -> join(input, to, Arrays.copyOfRange(input, from, to), to);
			default -> join(input, from, tail(pick()), input.length);
		};
	}

	private byte interesting() {
		return INTERESTING[this.random.nextInt(INTERESTING.length)];
	}

	private byte[] tail(byte[] other) {
		return Arrays.copyOfRange(other, this.random.nextInt(other.length + 1), other.length);
	}

	/** Returns what is before a position, other bytes, and what is from a position on. */
	private static byte[] join(byte[] input, int before, byte[] between, int from) {
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		joined.write(input, 0, before);
		joined.writeBytes(between);
		joined.write(input, from, input.length - from);
		return joined.toByteArray();
	}

}
