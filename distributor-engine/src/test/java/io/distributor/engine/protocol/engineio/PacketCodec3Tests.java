package io.distributor.engine.protocol.engineio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link PacketCodec3} by the examples of the protocol document.
 */
class PacketCodec3Tests {

	private static final byte[] BYTES = { 1, 2, 3, 4 };

	private final PacketCodec codec = PacketCodec.REVISION_3;

	private final List<String> packets = new ArrayList<>();

	private final PacketReceiver receiver = new PacketReceiver() {

		@Override
		public void onPacket(PacketType type, ByteBuf text) {
			PacketCodec3Tests.this.packets.add(type + " " + text.toString(StandardCharsets.UTF_8));
		}

		@Override
		public void onBinary(ByteBuf data) {
			PacketCodec3Tests.this.packets.add("BINARY " + ByteBufUtil.hexDump(data));
		}

	};

	@Test
	void decodesPacketsAfterTheirLengthInCharacters() {
		decodeText("6:4hello2:4€1:23:4😀");
		assertThat(this.packets).containsExactly("MESSAGE hello", "MESSAGE €", "PING ", "MESSAGE 😀");
	}

	@Test
	void decodesBase64() {
		decodeText("2:4€10:b4AQIDBA==");
		assertThat(this.packets).containsExactly("MESSAGE €", "BINARY 01020304");
	}

	@Test
	void takesAPayloadOfNoPackets() {
		decodeText("0:");
		assertThat(this.packets).isEmpty();
	}

	@Test
	void decodesBinaryPayloadsAfterTheirLengthInBytes() {
		decodeBinary("0004ff34e282ac" + "0105ff0401020304" + "000100ff34" + "61".repeat(9));
		assertThat(this.packets).containsExactly("MESSAGE €", "BINARY 01020304", "MESSAGE aaaaaaaaa");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "4hello", "5:4hello", "7:4hello", "6:4hello2", ":4", "a:4", "-1:4", "1:", "2:4😀",
			"1:x", "1:b", "3:b2A", "4:b4!!", "9999999999:4", "99999999999999999999", "1 :4" })
	void refusesAMalformedPayload(String payload) {
		assertThatExceptionOfType(PacketFormatException.class).isThrownBy(() -> decodeText(payload));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "00", "0001", "00ff34", "0002ff34", "0201ff34", "0001ff78", "0101ff02", "0100ff",
			"000aff34", "0002ff34c3", "0009090909090909090909ff34" })
	void refusesAMalformedBinaryPayload(String hex) {
		assertThatExceptionOfType(PacketFormatException.class).isThrownBy(() -> decodeBinary(hex));
	}

	@Test
	void decodesMessagesOfAWebSocket() {
		this.codec.decodeText(utf8("4€"), this.receiver);
		this.codec.decodeText(utf8("b4AQIDBA=="), this.receiver);
		this.codec.decodeBinary(Unpooled.wrappedBuffer(new byte[] { 4, 1, 2 }), this.receiver);
		assertThat(this.packets).containsExactly("MESSAGE €", "BINARY 01020304", "BINARY 0102");
	}

	@Test
	void refusesBinaryThatIsNoMessage() {
		assertThatExceptionOfType(PacketFormatException.class)
			.isThrownBy(() -> this.codec.decodeBinary(Unpooled.wrappedBuffer(new byte[] { 2 }), this.receiver));
		assertThatExceptionOfType(PacketFormatException.class)
			.isThrownBy(() -> this.codec.decodeBinary(Unpooled.EMPTY_BUFFER, this.receiver));
	}

	@Test
	void encodesTextPayloads() {
		PayloadFormat format = this.codec.payloadFormat(false);
		assertThat(format.encode(bytes("hello"), List.of())).isEqualTo(bytes("6:4hello"));
		assertThat(format.encode(bytes("€"), List.of())).isEqualTo(bytes("2:4€"));
		assertThat(format.encode(bytes("😀"), List.of())).isEqualTo(bytes("3:4😀"));
	}

	@Test
	void encodesBinaryPayloads() {
		byte[] payload = this.codec.payloadFormat(true).encode(bytes("€"), List.of(BYTES));
		assertThat(HexFormat.of().formatHex(payload)).isEqualTo("0004ff34e282ac" + "0105ff0401020304");
	}

	@Test
	void encodesBinaryInBase64ForClientsThatNeedIt() {
		byte[] payload = PacketCodec.REVISION_3_BASE64.payloadFormat(true).encode(bytes("€"), List.of(BYTES));
		assertThat(payload).isEqualTo(bytes("2:4€10:b4AQIDBA=="));
	}

	@Test
	void encodesFramesWithTheTypeOfBinaryPackets() {
		byte[] frames = this.codec.encodeFrames(bytes("hi"), List.of(new byte[] { 1, 2 }, new byte[0]));
		assertThat(HexFormat.of().formatHex(frames)).isEqualTo("8103346869" + "8203040102" + "820104");
		frames = PacketCodec.REVISION_3_BASE64.encodeFrames(null, List.of(BYTES));
		assertThat(new String(frames, 2, frames.length - 2, StandardCharsets.UTF_8)).isEqualTo("b4AQIDBA==");
		assertThat(frames).startsWith(0x81, 10);
	}

	private void decodeText(String payload) {
		ByteBuf rest = utf8(payload);
		do {
			this.codec.decodeNext(rest, this.receiver);
		}
		while (rest.isReadable());
	}

	private void decodeBinary(String hex) {
		ByteBuf rest = Unpooled.wrappedBuffer(HexFormat.of().parseHex(hex));
		do {
			this.codec.decodeNextBinary(rest, this.receiver);
		}
		while (rest.isReadable());
	}

	private static ByteBuf utf8(String text) {
		return Unpooled.wrappedBuffer(bytes(text));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
