package io.distributor.engine.protocol.socketio;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class PacketDecoderTests {

	private final PacketDecoder decoder = decoder(DecoderLimits.DEFAULTS);

	@ParameterizedTest
	@CsvSource(delimiter = ' ', value = { "0 /", "0/admin /admin", "0/admin, /admin", "0/admin?token=1234, /admin",
			"0/admin?token=1234 /admin", "0/a/b, /a/b", "0/, /", "0/?x=1, /" })
	void readsTheNamespaceWithoutItsQuery(String text, String namespace) {
		assertThat(decodeText(text)).isInstanceOfSatisfying(ConnectPacket.class, (packet) -> {
			assertThat(packet.namespace()).isEqualTo(namespace);
			assertThat(packet.payload()).isNull();
		});
	}

	@Test
	void readsTheAuthOfAConnect() {
		assertThat(decodeText("0/admin,{\"token\":\"123\"}")).isInstanceOfSatisfying(ConnectPacket.class,
				(packet) -> assertThat(packet.payload()).asString(StandardCharsets.UTF_8)
					.isEqualTo("{\"token\":\"123\"}"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ' ', quoteCharacter = '!',
			value = { "2[\"foo\"] / -1 [\"foo\"]", "2/admin,[\"bar\"] /admin -1 [\"bar\"]",
					"212[\"foo\"] / 12 [\"foo\"]", "2/admin,13[\"foo\"] /admin 13 [\"foo\"]",
					"20[\"foo\"] / 0 [\"foo\"]", "2[7,{\"a\":[1]}] / -1 [7,{\"a\":[1]}]",
					"29007199254740991[\"foo\"] / 9007199254740991 [\"foo\"]" })
	void readsEvents(String text, String namespace, long id, String json) {
		assertThat(decodeText(text)).isInstanceOfSatisfying(EventPacket.class, (packet) -> {
			assertThat(packet.namespace()).isEqualTo(namespace);
			assertThat(packet.id()).isEqualTo(id);
			assertThat(packet.arguments().json()).asString(StandardCharsets.UTF_8).isEqualTo(json);
			assertThat(packet.arguments().attachments()).isEmpty();
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = ' ', quoteCharacter = '!',
			value = { "3/admin,13[\"bar\"] /admin 13 [\"bar\"]", "312[] / 12 []" })
	void readsAcknowledgements(String text, String namespace, long id, String json) {
		assertThat(decodeText(text)).isInstanceOfSatisfying(AckPacket.class, (packet) -> {
			assertThat(packet.namespace()).isEqualTo(namespace);
			assertThat(packet.id()).isEqualTo(id);
			assertThat(packet.arguments().json()).asString(StandardCharsets.UTF_8).isEqualTo(json);
		});
	}

	@Test
	void readsADisconnect() {
		assertThat(decodeText("1/admin,")).isEqualTo(new DisconnectPacket("/admin"));
		assertThat(decodeText("1")).isEqualTo(new DisconnectPacket("/"));
	}

	@Test
	void readsAConnectError() {
		assertThat(decodeText("4{\"message\":\"Not authorized\"}")).isInstanceOf(ConnectErrorPacket.class);
	}

	@Test
	void completesABinaryEventWithItsAttachments() {
		assertThat(
				decodeText("52-/admin,[\"baz\",{\"_placeholder\":true,\"num\":0},{\"num\":1,\"_placeholder\":true}]"))
			.isNull();
		assertThat(decodeBinary(1, 2)).isNull();
		assertThat(decodeBinary(3, 4)).isInstanceOfSatisfying(EventPacket.class, (packet) -> {
			assertThat(packet.namespace()).isEqualTo("/admin");
			assertThat(packet.id()).isEqualTo(EventPacket.NO_ID);
			assertThat(packet.arguments().attachments()).containsExactly(new byte[] { 1, 2 }, new byte[] { 3, 4 });
		});
	}

	@Test
	void completesABinaryAcknowledgement() {
		assertThat(decodeText("61-15[\"bar\",{\"_placeholder\":true,\"num\":0}]")).isNull();
		assertThat(decodeBinary(1)).isInstanceOfSatisfying(AckPacket.class,
				(packet) -> assertThat(packet.id()).isEqualTo(15));
	}

	@Test
	void isReadyForTheNextPacketAfterABinaryOne() {
		decodeText("51-[\"a\",{\"_placeholder\":true,\"num\":0}]");
		decodeBinary(1);
		assertThat(decodeText("2[\"b\"]")).isInstanceOf(EventPacket.class);
	}

	@Test
	void findsPlaceholdersAtAnyDepth() {
		assertThatNoException().isThrownBy(() -> decodeText(
				"51-[\"a\",{\"num\":12345678901234567890,\"b\":[{\"_placeholder\":true,\"num\":0}]}]"));
	}

	@Test
	void leavesPlaceholdersOfAPlainEventAlone() {
		assertThat(decodeText("2[\"a\",{\"_placeholder\":true,\"num\":5}]")).isInstanceOf(EventPacket.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "7", "x", "-1[\"a\"]", "4", "4[\"a\"]", "0[]", "0\"a\"", "01", "0{}x", "0{", "0null",
			"1{}", "1[]", "1/admin,{}", "11", "2", "2/admin,", "2{}", "2\"a\"", "2 [\"a\"]", "2[]", "2[null]", "2[{}]",
			"2[[]]", "2[true]", "2[\"a\"", "2[\"a\"]x", "2[\"a\"][]", "2[\"a\",]", "2[\"a\" \"b\"]", "2[\"a\",01]",
			"2[\"a\",NaN]", "2['a']", "2[\"a\n\"]", "2abc[\"a\"]", "2-1[\"a\"]", "29007199254740992[\"a\"]",
			"299999999999999999999999[\"a\"]", "2[\"connect\"]", "2[\"connect_error\"]", "2[\"disconnect\"]",
			"2[\"disconnecting\"]", "2[\"newListener\"]", "2[\"removeListener\"]", "2[\"\\u0063onnect\"]", "3[\"a\"]",
			"31", "31{}", "31\"a\"", "5[\"a\"]", "50-[\"a\"]", "5-[\"a\"]",
			"51[\"a\",{\"_placeholder\":true,\"num\":0}]", "51-[\"a\"]", "511-[\"a\"]",
			"51-[\"a\",{\"_placeholder\":true,\"num\":1}]", "51-[\"a\",{\"_placeholder\":true,\"num\":-1}]",
			"51-[\"a\",{\"_placeholder\":true,\"num\":\"0\"}]", "51-[\"a\",{\"_placeholder\":true,\"num\":0.5}]",
			"51-[\"a\",{\"_placeholder\":true}]", "51-[\"a\",{\"_placeholder\":true,\"num\":4294967296}]",
			"51-[\"a\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":0}]",
			"52-[\"a\",{\"_placeholder\":true,\"num\":0}]", "51-{\"_placeholder\":true,\"num\":0}",
			"51-[\"connect\",{\"_placeholder\":true,\"num\":0}]", "2[\u0000\"a\"]",
			"2[\u0000\"\u0000a\u0000\"\u0000]\u0000" })
	void refusesWhatIsNoPacket(String text) {
		assertThatExceptionOfType(MalformedPacketException.class).isThrownBy(() -> decodeText(text));
	}

	@Test
	void neverQuotesThePayload() {
		assertThatExceptionOfType(MalformedPacketException.class).isThrownBy(() -> decodeText("2[\"a\",secret]"))
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("secret"));
	}

	@Test
	void refusesTextWhileAttachmentsAreMissing() {
		decodeText("51-[\"a\",{\"_placeholder\":true,\"num\":0}]");
		assertThatExceptionOfType(MalformedPacketException.class).isThrownBy(() -> decodeText("2[\"b\"]"));
	}

	@Test
	void refusesBinaryOutOfPlace() {
		assertThatExceptionOfType(MalformedPacketException.class).isThrownBy(() -> decodeBinary(1));
	}

	@Test
	void boundsTheBytesOfAttachments() {
		PacketDecoder narrow = decoder(new DecoderLimits(10, 3, 10, 10, 12, 10));
		narrow.decodeText(
				Unpooled.copiedBuffer("52-[\"a\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]",
						StandardCharsets.UTF_8));
		narrow.decodeBinary(Unpooled.wrappedBuffer(new byte[2]));
		assertThatExceptionOfType(MalformedPacketException.class)
			.isThrownBy(() -> narrow.decodeBinary(Unpooled.wrappedBuffer(new byte[2])));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2[\"a\",[[[[[]]]]]]", "2[\"a\",1234567890123]", "2[\"a\",{\"abcdefghijklmnopq\":1}]",
			"0/namespaces," })
	void boundsDepthNumbersAndNames(String text) {
		PacketDecoder narrow = decoder(new DecoderLimits(10, 3, 5, 10, 12, 10));
		assertThatExceptionOfType(MalformedPacketException.class)
			.isThrownBy(() -> narrow.decodeText(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "C080", "C3", "80", "EDA080", "F4908080", "E08080", "C328", "F8888080", "E282" })
	void refusesTextThatIsNotUtf8(String hex) {
		ByteBuf text = Unpooled.copiedBuffer("2[\"a\",\"", StandardCharsets.US_ASCII)
			.writeBytes(HexFormat.of().parseHex(hex))
			.writeBytes("\"]".getBytes(StandardCharsets.US_ASCII));
		assertThatExceptionOfType(MalformedPacketException.class).isThrownBy(() -> this.decoder.decodeText(text));
	}

	@Test
	void acceptsTextOfAllPlanes() {
		assertThatNoException().isThrownBy(() -> decodeText("2/übung,[\"grüße\",\"漢字 😀 \\ud800\",\"ÿࠀ\uFFFF\"]"));
	}

	@Test
	void takesLinearTime() {
		String digits = "2" + "0".repeat(1_000_000) + "1[\"a\"]";
		String brackets = "2[\"a\"," + "[".repeat(1_000_000);
		String names = "2[\"a\"," + "{\"_placeholder\":true},".repeat(50_000) + "1]";
		assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
			assertThat(decodeText(digits)).isInstanceOf(EventPacket.class);
			assertThatExceptionOfType(MalformedPacketException.class).isThrownBy(() -> decodeText(brackets));
			assertThat(decodeText(names)).isInstanceOf(EventPacket.class);
		});
	}

	private static PacketDecoder decoder(DecoderLimits limits) {
		return new PacketDecoderFactory(limits).createDecoder();
	}

	private @Nullable Packet decodeText(String text) {
		return this.decoder.decodeText(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
	}

	private @Nullable Packet decodeBinary(int... bytes) {
		byte[] data = new byte[bytes.length];
		for (int i = 0; i < bytes.length; i++) {
			data[i] = (byte) bytes[i];
		}
		return this.decoder.decodeBinary(Unpooled.wrappedBuffer(data));
	}

}
