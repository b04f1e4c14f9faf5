package io.distributor.link.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever arrives, the decoder gives a frame or the one exception it may, and takes no
 * more memory than the bytes justify.
 */
class FrameDecoderFuzzTests {

	private static final int ROUNDS = 100_000;

	@Test
	void readsFramesOfAllKinds() {
		FrameMutations.fuzz(frames(), ROUNDS, FrameTarget::fuzzerTestOneInput);
	}

	/**
	 * What the coverage-guided fuzzer has found interesting or wrong, see
	 * {@code CONTRIBUTING.md}: each frame that takes a path of its own.
	 */
	@Test
	void readsTheCorpus() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("src/test/resources/fuzz", FrameTarget.class.getName()))) {
			List<Path> frames = files.sorted().toList();
			assertThat(frames).isNotEmpty()
				.allSatisfy((frame) -> FrameTarget.fuzzerTestOneInput(Files.readAllBytes(frame)));
		}
	}

	/** Sizes that are true, of the smallest values there are. */
	@ParameterizedTest
	@ValueSource(strings = { "a0", "c400", "90", "80" })
	void takesNoMoreMemoryForMuchOfLittle(String value) {
		byte[] smallest = HexFormat.of().parseHex(value);
		for (byte[] frame : frames()) {
			for (int position = 0; position < frame.length; position++) {
				FrameTarget.fuzzerTestOneInput(filled(frame, position, smallest));
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

	private static List<byte[]> frames() {
		return FrameCorpus.frames(FrameTarget.SENDER, FrameTarget.READER);
	}

}
