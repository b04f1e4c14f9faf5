package io.distributor.engine.protocol.socketio;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PacketEncoderTests {

	private static final byte[] DATA = { 1, 2, 3, 4 };

	@Test
	void writesTheExamplesOfTheProtocolDocument() {
		assertThat(encode(new ConnectPacket("/", null))).isEqualTo("0");
		assertThat(encode(new ConnectPacket("/admin", bytes("{\"sid\":\"oSO0OpakMV_3jnilAAAA\"}"))))
			.isEqualTo("0/admin,{\"sid\":\"oSO0OpakMV_3jnilAAAA\"}");
		assertThat(encode(new ConnectErrorPacket("/", bytes("{\"message\":\"Not authorized\"}"))))
			.isEqualTo("4{\"message\":\"Not authorized\"}");
		assertThat(encode(new EventPacket("/", EventPacket.NO_ID, arguments("[\"foo\"]")))).isEqualTo("2[\"foo\"]");
		assertThat(encode(new EventPacket("/admin", EventPacket.NO_ID, arguments("[\"bar\"]"))))
			.isEqualTo("2/admin,[\"bar\"]");
		assertThat(encode(new EventPacket("/", 12, arguments("[\"foo\"]")))).isEqualTo("212[\"foo\"]");
		assertThat(encode(new AckPacket("/admin", 13, arguments("[\"bar\"]")))).isEqualTo("3/admin,13[\"bar\"]");
		assertThat(encode(new DisconnectPacket("/"))).isEqualTo("1");
		assertThat(encode(new DisconnectPacket("/admin"))).isEqualTo("1/admin,");
	}

	@Test
	void writesTheNumberOfAttachments() {
		String one = "[\"baz\",{\"_placeholder\":true,\"num\":0}]";
		assertThat(encode(new EventPacket("/", EventPacket.NO_ID, arguments(one, DATA)))).isEqualTo("51-" + one);
		assertThat(encode(new AckPacket("/", 15, arguments(one, DATA)))).isEqualTo("61-15" + one);
		String two = "[\"baz\",{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}]";
		assertThat(encode(new EventPacket("/admin", EventPacket.NO_ID, arguments(two, DATA, DATA))))
			.isEqualTo("52-/admin," + two);
	}

	@Test
	void refusesANamespaceThatCannotBeExpressed() {
		assertThatIllegalArgumentException().isThrownBy(() -> encode(new DisconnectPacket("/a,b")));
		assertThatIllegalArgumentException().isThrownBy(() -> encode(new DisconnectPacket("admin")));
	}

	private static String encode(Packet packet) {
		return new String(PacketEncoder.encode(packet), StandardCharsets.UTF_8);
	}

	private static PacketArguments arguments(String json, byte[]... attachments) {
		return new PacketArguments(bytes(json), List.of(attachments));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
