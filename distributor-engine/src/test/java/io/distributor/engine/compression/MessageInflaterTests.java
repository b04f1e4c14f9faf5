package io.distributor.engine.compression;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.DataFormatException;

import io.distributor.engine.fuzz.Mutations;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of compressed messages, with the examples of RFC 7692, section 7.2.3.
 */
class MessageInflaterTests {

	private static final int MAX = 1000;

	private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);

	private final MessageInflater inflater = new MessageInflater(MAX);

	private final RawDeflater deflater = new RawDeflater();

	@AfterEach
	void everythingIsGivenBack() {
		assertThat(this.allocator.metric().usedHeapMemory()).isZero();
		this.inflater.close();
		this.deflater.close();
	}

	@ParameterizedTest
	@CsvSource({ "one block,f248cdc9c90700", "a block that is not compressed,000500faff48656c6c6f00",
			"a block marked as the last one,f348cdc9c9070000", "a last block and nothing more,f348cdc9c90700",
			"two blocks,f24805000000ffffcac9c90700" })
	void takesTheExamplesOfTheStandard(String example, String message) throws DataFormatException {
		assertThat(inflate(HexFormat.of().parseHex(message))).as(example)
			.isEqualTo("Hello".getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void takesAnEmptyMessage() throws DataFormatException {
		assertThat(inflate(new byte[1])).isEmpty();
	}

	@Test
	void takesEachMessageForItself() throws DataFormatException {
		byte[] message = deflate(text(500));
		for (int i = 0; i < 3; i++) {
			assertThat(inflate(message)).isEqualTo(text(500));
		}
		byte[] second = HexFormat.of().parseHex("f200110000");
		assertThatExceptionOfType(DataFormatException.class).as("a reference to the message before")
			.isThrownBy(() -> inflate(second));
	}

	@Test
	void takesAMessageAsLargeAsAllowed() throws DataFormatException {
		assertThat(inflate(deflate(new byte[MAX]))).hasSize(MAX);
		assertThat(inflate(deflate(new byte[MAX + 1]))).isNull();
	}

	@Test
	void allocatesNoMoreThanIsAllowed() throws DataFormatException {
		byte[] bomb = deflate(new byte[5_000_000]);
		assertThat(inflate(bomb)).isNull();
		ByteBuf inflated = this.inflater.inflate(Unpooled.wrappedBuffer(deflate(new byte[MAX])), this.allocator);
		assertThat(inflated).isNotNull();
		assertThat(inflated.maxCapacity()).isEqualTo(MAX + 1);
		inflated.release();
	}

	@Test
	void refusesAMessageThatIsCutOffAnywhere() {
		byte[] message = deflate(text(500));
		for (int length = 0; length < message.length - 1; length++) {
			byte[] cut = Arrays.copyOf(message, length);
			assertThatExceptionOfType(DataFormatException.class).as("%s bytes", length).isThrownBy(() -> inflate(cut));
		}
	}

	@Test
	void refusesWhatFollowsTheLastBlock() {
		byte[] more = HexFormat.of().parseHex("f348cdc9c9070000f248cdc9c90700");
		assertThatExceptionOfType(DataFormatException.class).isThrownBy(() -> inflate(more));
	}

	@Test
	void fallsForNothing() throws DataFormatException {
		byte[] noise = new byte[800];
		new SplittableRandom(1).nextBytes(noise);
		List<byte[]> messages = List.of(deflate(text(900)), deflate(new byte[5000]), deflate(noise), new byte[1]);
		Mutations.fuzz(messages, 5_000, (message) -> {
			try {
				byte[] inflated = inflate(message);
				assertThat((inflated != null) ? inflated.length : 0).isLessThanOrEqualTo(MAX);
			}
			catch (DataFormatException ex) {
				assertThat(ex).isNotNull();
			}
		});
		assertThat(inflate(messages.get(0))).isEqualTo(text(900));
	}

	private byte @Nullable [] inflate(byte[] message) throws DataFormatException {
		ByteBuf inflated = this.inflater.inflate(Unpooled.wrappedBuffer(message), this.allocator);
		if (inflated == null) {
			return null;
		}
		byte[] bytes = ByteBufUtil.getBytes(inflated);
		inflated.release();
		return bytes;
	}

	private byte[] deflate(byte[] message) {
		byte[] target = new byte[message.length + 100];
		return Arrays.copyOf(target, this.deflater.deflate(ByteBuffer.wrap(message), target) - 4);
	}

	private static byte[] text(int length) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; text.length() < length; i++) {
			text.append(i * 7919L).append(' ');
		}
		return text.substring(0, length).getBytes(StandardCharsets.UTF_8);
	}

}
