package io.distributor.engine.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import io.distributor.engine.protocol.engineio.PacketCodec;
import io.distributor.engine.protocol.engineio.PacketFormatException;
import io.distributor.engine.protocol.engineio.PacketReceiver;
import io.distributor.engine.protocol.engineio.PacketType;
import io.distributor.engine.protocol.engineio.Utf8;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever arrives, a codec gives packets no larger than it, or the one exception it may.
 */
class PacketCodecFuzzTests {

	private static final int ROUNDS = 50_000;

	private static final List<byte[]> TEXTS = Stream
		.of("4hello", "4hello\u001e2\u001e4world", "4€\u001ebAQIDBA==\u001e4😀", "2probe", "5", "bAQID\r\nBA==\n",
				"6:4hello2:4€3:4😀", "2:4€10:b4AQIDBA==", "0:", "b4AQIDBA==", "1:21:31:6")
		.map((text) -> text.getBytes(StandardCharsets.UTF_8))
		.toList();

	private static final List<byte[]> BINARIES = Stream
		.of("0004ff34e282ac0105ff0401020304", "000100ff34616161616161616161", "04010203", "00")
		.map(HexFormat.of()::parseHex)
		.toList();

	@ParameterizedTest
	@ValueSource(ints = { 3, 4 })
	void readsTextPayloads(int revision) {
		PacketCodec codec = codec(revision);
		Mutations.fuzz(TEXTS, ROUNDS, (input) -> {
			if (isText(input)) {
				readPayload(input, codec::decodeNext);
			}
		});
	}

	@ParameterizedTest
	@ValueSource(ints = { 3, 4 })
	void readsBinaryPayloads(int revision) {
		PacketCodec codec = codec(revision);
		Mutations.fuzz(BINARIES, ROUNDS, (input) -> readPayload(input, codec::decodeNextBinary));
	}

	@ParameterizedTest
	@ValueSource(ints = { 3, 4 })
	void readsMessagesOfWebSockets(int revision) {
		PacketCodec codec = codec(revision);
		Mutations.fuzz(TEXTS, ROUNDS, (input) -> {
			if (isText(input)) {
				read(input, codec::decodeText);
			}
		});
		Mutations.fuzz(BINARIES, ROUNDS, (input) -> read(input, codec::decodeBinary));
	}

	private static PacketCodec codec(int revision) {
		return (revision == 3) ? PacketCodec.REVISION_3 : PacketCodec.REVISION_4;
	}

	/** As the transports do, which let nothing but UTF-8 pass for text. */
	private static boolean isText(byte[] input) {
		return Utf8.isValid(Unpooled.wrappedBuffer(input));
	}

	private static void readPayload(byte[] input, Decoding decoding) {
		read(input, (rest, receiver) -> {
			do {
				int before = rest.readableBytes();
				decoding.decode(rest, receiver);
				assertThat(before == 0 || rest.readableBytes() < before).isTrue();
			}
			while (rest.isReadable());
		});
	}

	private static void read(byte[] input, Decoding decoding) {
		AllocatedBytes.check(input.length, () -> {
			ByteBuf buffer = Unpooled.wrappedBuffer(input);
			Sizes sizes = new Sizes();
			try {
				decoding.decode(buffer, sizes);
			}
			catch (PacketFormatException ex) {
				assertThat(ex.getMessage()).isNotEmpty();
			}
			assertThat(sizes.bytes).isLessThanOrEqualTo(input.length);
			assertThat(buffer.refCnt()).isOne();
		});
	}

	private interface Decoding {

		void decode(ByteBuf rest, PacketReceiver receiver);

	}

	private static final class Sizes implements PacketReceiver {

		private int bytes;

		@Override
		public void onPacket(PacketType type, ByteBuf text) {
			this.bytes += text.readableBytes();
			text.skipBytes(text.readableBytes());
		}

		@Override
		public void onBinary(ByteBuf data) {
			this.bytes += data.readableBytes();
			data.skipBytes(data.readableBytes());
		}

	}

}
