package io.distributor.engine.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;

import io.distributor.engine.limit.Limit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of the frames of a client, by sentences of RFC 6455.
 */
class WebSocketFrameTests {

	private final EchoServer echo = new EchoServer(
			EchoServer.options().maxPayload(1000).maxFragments(4).messageTimeout(Duration.ofMillis(300)));

	private RawClient client;

	@BeforeEach
	void open() throws Exception {
		this.client = RawClient.webSocket(this.echo.server, "?EIO=4&transport=websocket");
		// The example of RFC 6455, section 1.3.
		assertThat(this.client.head()).startsWith("HTTP/1.1 101")
			.contains("sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
		assertThat(this.client.readText()).startsWith("0{");
	}

	@AfterEach
	void stop() throws IOException {
		this.client.close();
		this.echo.close();
	}

	@Test
	void unmasksFramesOfAnyLength() throws IOException {
		for (int length = 0; length < 300; length += 7) {
			String text = "4" + "€x".repeat(length / 4) + "y".repeat(length % 4);
			this.client.frame(0x81, bytes(text));
			assertThat(this.client.readText()).isEqualTo(text);
		}
	}

	@Test
	void readsFramesThatArriveInPieces() throws IOException {
		for (byte piece : RawClient.masked(0x81, bytes("4slow"))) {
			this.client.write(new byte[] { piece });
		}
		assertThat(this.client.readText()).isEqualTo("4slow");
	}

	@Test
	void readsSeveralFramesThatArriveTogether() throws IOException {
		byte[] first = RawClient.masked(0x81, bytes("4a"));
		byte[] both = new byte[first.length * 2];
		System.arraycopy(first, 0, both, 0, first.length);
		System.arraycopy(first, 0, both, first.length, first.length);
		this.client.write(both);
		assertThat(this.client.readText()).isEqualTo("4a");
		assertThat(this.client.readText()).isEqualTo("4a");
	}

	@Test
	void joinsFragmentsWithAControlFrameBetweenThem() throws IOException {
		this.client.frame(0x01, bytes("4he"));
		this.client.frame(0x89, bytes("are you there"));
		this.client.frame(0x00, bytes("ll"));
		this.client.frame(0x80, bytes("o"));
		assertThat(new String(this.client.readFrame(), StandardCharsets.ISO_8859_1)).isEqualTo("\u008aare you there");
		assertThat(this.client.readText()).isEqualTo("4hello");
	}

	@Test
	void joinsACharacterCutInTwo() throws IOException {
		byte[] euro = bytes("4€");
		this.client.frame(0x01, new byte[] { euro[0], euro[1] });
		this.client.frame(0x80, new byte[] { euro[2], euro[3] });
		assertThat(this.client.readText()).isEqualTo("4€");
	}

	@ParameterizedTest
	@CsvSource({ "reserved bit,c1,34", "reserved opcode,83,34", "reserved control opcode,8b,",
			"continuation of nothing,80,34", "fragmented ping,09,", "close without a whole code,88,03",
			"close with a code not to be sent,88,03ed", "close with an unknown code,88,0001" })
	void closesOnAViolationOfTheProtocol(String violation, String first, String payload) throws IOException {
		this.client.frame(HexFormat.fromHexDigits(first), HexFormat.of().parseHex((payload != null) ? payload : ""));
		assertThat(this.client.readClose()).as(violation).isEqualTo(1002);
		assertClosed("TRANSPORT_ERROR");
	}

	@Test
	void closesOnAFrameWithoutAMask() throws IOException {
		this.client.write(new byte[] { (byte) 0x81, 2, '4', 'a' });
		assertThat(this.client.readClose()).isEqualTo(1002);
	}

	@Test
	void closesOnANewMessageWithinAFragmentedOne() throws IOException {
		this.client.frame(0x01, bytes("4a"));
		this.client.frame(0x81, bytes("4b"));
		assertThat(this.client.readClose()).isEqualTo(1002);
	}

	@Test
	void closesOnALengthNotInItsShortestForm() throws IOException {
		this.client.write(new byte[] { (byte) 0x81, (byte) 0xFE, 0, 1, 0, 0, 0, 0, '2' });
		assertThat(this.client.readClose()).isEqualTo(1002);
	}

	@Test
	void closesOnTextThatIsNotUtf8() throws IOException {
		this.client.frame(0x81, new byte[] { '4', (byte) 0xC3, '(' });
		assertThat(this.client.readClose()).isEqualTo(1007);
		assertClosed("PARSE_ERROR");
	}

	@Test
	void closesOnAMalformedPacket() throws IOException {
		this.client.frame(0x81, bytes("abc"));
		assertThat(this.client.readClose()).isEqualTo(1007);
		assertClosed("PARSE_ERROR");
	}

	@Test
	void closesOnAFrameLargerThanMaxPayloadBeforeItIsThere() throws IOException {
		this.client.write(new byte[] { (byte) 0x82, (byte) 0xFE, 3, (byte) 0xE9, 1, 2, 3, 4 });
		assertThat(this.client.readClose()).isEqualTo(1009);
		assertClosed("PAYLOAD_TOO_LARGE: message: 1001 bytes (expected: <= 1000)");
	}

	@Test
	void closesOnFragmentsLargerThanMaxPayloadTogether() throws IOException {
		this.client.frame(0x02, new byte[600]);
		this.client.frame(0x80, new byte[401]);
		assertThat(this.client.readClose()).isEqualTo(1009);
	}

	@Test
	void closesOnMoreFragmentsThanAllowedEvenIfTheyAreEmpty() throws IOException {
		this.client.frame(0x01, new byte[0]);
		for (int i = 0; i < 4; i++) {
			this.client.frame(0x00, new byte[0]);
		}
		assertThat(this.client.readClose()).isEqualTo(1009);
	}

	@Test
	void closesOnAMessageThatIsBegunAndNotContinued() throws IOException {
		this.client.frame(0x01, bytes("4never"));
		assertThat(this.client.readClose()).isEqualTo(1002);
		assertClosed("TRANSPORT_ERROR: message: begun and not continued in time");
		assertThat(this.echo.server.statistics().reached(Limit.MESSAGE_TIME)).isOne();
	}

	@Test
	void closesOnAFrameThatIsBegunAndNotContinued() throws IOException {
		this.client.write(new byte[] { (byte) 0x81 });
		assertThat(this.client.readClose()).isEqualTo(1002);
		assertClosed("TRANSPORT_ERROR: message: begun and not continued in time");
	}

	@Test
	void waitsForAClientThatSendsNothingBetweenMessages() throws IOException {
		this.client.frame(0x01, bytes("4he"));
		this.client.frame(0x80, bytes("llo"));
		assertThat(this.client.readText()).isEqualTo("4hello");
		await().during(Duration.ofMillis(700)).untilAsserted(() -> assertThat(this.echo.closed).isEmpty());
	}

	@Test
	void countsMessagesBeyondTheLimits() throws IOException {
		this.client.write(new byte[] { (byte) 0x82, (byte) 0xFE, 3, (byte) 0xE9, 1, 2, 3, 4 });
		assertThat(this.client.readClose()).isEqualTo(1009);
		assertThat(this.echo.server.statistics().reached(Limit.PAYLOAD)).isOne();
	}

	@Test
	void answersACloseFrameAndEndsTheConnection() throws IOException {
		this.client.frame(0x88, new byte[] { 3, (byte) 0xE8 });
		assertThat(this.client.readClose()).isEqualTo(1000);
		assertThat(this.client.isAtEnd()).isTrue();
		assertClosed("TRANSPORT_CLOSE");
	}

	@Test
	void closesWhenTheClientSendsAClosePacket() throws IOException {
		this.client.frame(0x81, bytes("1"));
		assertThat(this.client.readClose()).isEqualTo(1000);
		assertClosed("TRANSPORT_CLOSE");
	}

	@Test
	void closesWhenTheClientPings() throws IOException {
		this.client.frame(0x81, bytes("2"));
		assertThat(this.client.readClose()).isEqualTo(1002);
		assertClosed("TRANSPORT_ERROR: invalid heartbeat direction");
	}

	@Test
	void closesTheSessionWhenTheConnectionEnds() throws IOException {
		this.client.close();
		assertClosed("TRANSPORT_CLOSE");
	}

	private void assertClosed(String description) {
		this.echo.awaitClosed(description);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
