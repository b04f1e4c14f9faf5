package io.distributor.link.frame;

import java.lang.management.ManagementFactory;
import java.util.HexFormat;

import com.sun.management.ThreadMXBean;
import io.distributor.link.presence.NodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever arrives, the decoder gives a frame or the one exception it may, and takes no
 * more memory than the bytes justify.
 */
class FrameDecoderFuzzTests {

	private static final int ROUNDS = 300_000;

	/** What a decoder may take for any frame: its own objects, and an exception. */
	private static final int FOR_ANY_FRAME = 64 * 1024;

	/**
	 * An entry of a map with an empty name and an empty list is two bytes on the wire.
	 */
	private static final int FOR_EACH_BYTE = 128;

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final NodeId SENDER = new NodeId("sender");

	private static final NodeId READER = new NodeId("reader");

	private final FrameDecoder decoder = new FrameDecoder();

	@Test
	void readsFramesOfAllKinds() {
		FrameMutations.fuzz(FrameCorpus.frames(SENDER, READER), ROUNDS, this::check);
	}

	/** Sizes that are true, of the smallest values there are. */
	@ParameterizedTest
	@ValueSource(strings = { "a0", "c400", "90", "80" })
	void takesNoMoreMemoryForMuchOfLittle(String value) {
		byte[] smallest = HexFormat.of().parseHex(value);
		for (byte[] frame : FrameCorpus.frames(SENDER, READER)) {
			for (int position = 0; position < frame.length; position++) {
				check(filled(frame, position, smallest));
			}
		}
	}

	private static byte[] filled(byte[] frame, int position, byte[] value) {
		int count = 2_000;
		byte[] filled = new byte[position + 3 + count * value.length];
		System.arraycopy(frame, 0, filled, 0, position);
		filled[position] = (byte) 0xDC;
		filled[position + 1] = (byte) (count >> 8);
		filled[position + 2] = (byte) count;
		for (int i = 0; i < count; i++) {
			System.arraycopy(value, 0, filled, position + 3 + i * value.length, value.length);
		}
		return filled;
	}

	/** Reads twice, and measures the second time: the first one may load classes. */
	private void check(byte[] frame) {
		read(frame);
		long before = THREADS.getCurrentThreadAllocatedBytes();
		read(frame);
		assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
			.isLessThan(FOR_ANY_FRAME + (long) FOR_EACH_BYTE * frame.length);
	}

	private void read(byte[] frame) {
		try {
			assertThat(this.decoder.decode(frame, READER)).isNotNull();
		}
		catch (MalformedFrameException ex) {
			assertThat(ex.getMessage()).hasSizeBetween(1, 300);
			assertThat(ex.getMessage().chars().noneMatch(Character::isISOControl)).isTrue();
		}
	}

}
