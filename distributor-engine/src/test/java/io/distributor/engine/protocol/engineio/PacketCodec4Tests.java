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
 * Tests of {@link PacketCodec4} by the examples of the protocol document.
 */
class PacketCodec4Tests {

	private final PacketCodec codec = PacketCodec.REVISION_4;

	private final List<String> packets = new ArrayList<>();

	private final PacketReceiver receiver = new PacketReceiver() {

		@Override
		public void onPacket(PacketType type, ByteBuf text) {
			PacketCodec4Tests.this.packets.add(type + " " + text.toString(StandardCharsets.UTF_8));
		}

		@Override
		public void onBinary(ByteBuf data) {
			PacketCodec4Tests.this.packets.add("BINARY " + ByteBufUtil.hexDump(data));
		}

	};

	@Test
	void decodesPacketsSeparatedByTheRecordSeparator() {
		decodePayload("4hello\u001e2\u001e4world");
		assertThat(this.packets).containsExactly("MESSAGE hello", "PING ", "MESSAGE world");
	}

	@Test
	void decodesBase64AfterTheBinaryPrefix() {
		decodePayload("4hello\u001ebAQIDBA==");
		assertThat(this.packets).containsExactly("MESSAGE hello", "BINARY 01020304");
	}

	@Test
	void decodesBase64InLines() {
		decodePayload("bAQID\r\nBA==\n");
		assertThat(this.packets).containsExactly("BINARY 01020304");
	}

	@Test
	void decodesTextOfAWebSocketMessageAfterItsType() {
		this.codec.decodeText(utf8("4hello €"), this.receiver);
		assertThat(this.packets).containsExactly("MESSAGE hello €");
	}

	@Test
	void takesABinaryWebSocketMessageAsItIs() {
		this.codec.decodeBinary(Unpooled.wrappedBuffer(new byte[] { 4, 1, 0 }), this.receiver);
		assertThat(this.packets).containsExactly("BINARY 040100");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "abc", "7", "4a\u001e", "\u001e4a", "b!!!", "bAQI=D" })
	void refusesAMalformedPayload(String payload) {
		assertThatExceptionOfType(PacketFormatException.class).isThrownBy(() -> decodePayload(payload));
	}

	@Test
	void encodesEachPacketInAFrameOfItsOwn() {
		byte[] frames = this.codec.encodeFrames(bytes("hi"), List.of(new byte[] { 1, 2 }, new byte[0]));
		assertThat(HexFormat.of().formatHex(frames)).isEqualTo("8103346869" + "82020102" + "8200");
	}

	@Test
	void encodesTheLengthOfAFrameInItsShortestForm() {
		assertThat(this.codec.encodeFrames(new byte[124], List.of())).hasSize(127).startsWith(0x81, 125);
		assertThat(this.codec.encodeFrames(new byte[125], List.of())).hasSize(130).startsWith(0x81, 126, 0, 126);
		assertThat(this.codec.encodeFrames(new byte[65534], List.of())).startsWith(0x81, 126, 255, 255);
		assertThat(this.codec.encodeFrames(new byte[65535], List.of())).hasSize(65546)
			.startsWith(0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0);
	}

	@Test
	void encodesPacketsForAPoll() {
		byte[] packets = this.codec.payloadFormat(true).encode(bytes("hello"), List.of(new byte[] { 1, 2, 3, 4 }));
		assertThat(new String(packets, StandardCharsets.UTF_8)).isEqualTo("4hello\u001ebAQIDBA==");
		assertThat(this.codec.payloadFormat(true).encode(null, List.of(new byte[0]))).containsExactly('b');
	}

	private void decodePayload(String payload) {
		ByteBuf rest = utf8(payload);
		do {
			this.codec.decodeNext(rest, this.receiver);
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
