package io.distributor.tests.conformance;

import java.nio.charset.StandardCharsets;

import io.distributor.engine.session.CloseReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Engine.IO 4: "WebSocket" and its encoding.
 */
class EngineIo4WebSocketTests {

	private EngineEcho echo;

	private RawWebSocket webSocket;

	@BeforeEach
	void start() {
		this.echo = EngineEcho.startCalm();
		this.webSocket = this.echo.endpoint().openWebSocket();
	}

	@AfterEach
	void stop() {
		this.webSocket.close();
		this.echo.close();
	}

	@Test
	void sendsEachPacketInAMessageOfItsOwn() {
		this.webSocket.sendText("4hello", "4world");
		assertThat(this.webSocket.next()).isEqualTo("4hello");
		assertThat(this.webSocket.next()).isEqualTo("4world");
	}

	@Test
	void sendsBinaryAsItIs() {
		this.webSocket.sendBinary(1, 2, 3, 4);
		assertThat(this.webSocket.nextBinary()).containsExactly(1, 2, 3, 4);
		this.webSocket.sendBinary();
		assertThat(this.webSocket.nextBinary()).isEmpty();
	}

	@Test
	void interleavesTextAndBinaryInTheirOrder() {
		this.webSocket.sendBinary(1).sendText("4€").sendBinary(2);
		assertThat(this.webSocket.nextBinary()).containsExactly(1);
		assertThat(this.webSocket.next()).isEqualTo("4€");
		assertThat(this.webSocket.nextBinary()).containsExactly(2);
	}

	@Test
	void separatesNothingWithinAMessage() {
		this.webSocket.sendText("4a\u001e4b", "4bAQ==");
		assertThat(this.webSocket.next()).isEqualTo("4a\u001e4b");
		assertThat(this.webSocket.next()).isEqualTo("4bAQ==");
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "", "7", "b", "bAQ==" })
	void closesTheSessionOnAMalformedPacket(String packet) {
		assertThat(this.webSocket.sendText(packet).closeCode()).isEqualTo(1007);
		assertClosed(CloseReason.PARSE_ERROR);
	}

	@Test
	void closesTheSessionOnTextThatIsNotUtf8() {
		this.webSocket.sendFrame(0x81, RawWebSocket.bytes('4', 0xC3, 0x28));
		assertThat(this.webSocket.closeCode()).isEqualTo(1007);
		assertClosed(CloseReason.PARSE_ERROR);
	}

	@Test
	void closesTheSessionOnAPingOfTheClient() {
		assertThat(this.webSocket.sendText("2").closeCode()).isEqualTo(1002);
		assertClosed(CloseReason.TRANSPORT_ERROR);
	}

	@Test
	void heedsNoOpenUpgradeOrNoopOfTheClient() {
		this.webSocket.sendText("0", "5", "6", "3", "4still here");
		assertThat(this.webSocket.next()).isEqualTo("4still here");
	}

	@Test
	void takesAMessageOfTheLargestSizeAndNoLargerOne() {
		this.webSocket.sendText("4".repeat(1_000_000));
		assertThat(this.webSocket.next()).hasSize(1_000_000);
		assertThat(this.webSocket.sendText("4".repeat(1_000_001)).closeCode()).isEqualTo(1009);
		assertClosed(CloseReason.PAYLOAD_TOO_LARGE);
	}

	@Test
	void closesTheSessionWithAClosePacketOfTheClient() {
		assertThat(this.webSocket.sendText("1").closeCode()).isEqualTo(1000);
		assertClosed(CloseReason.TRANSPORT_CLOSE);
	}

	@Test
	void closesTheSessionWithTheConnection() {
		this.webSocket.close();
		assertClosed(CloseReason.TRANSPORT_CLOSE);
	}

	@Test
	void closesTheSessionWithACloseFrame() {
		this.webSocket.sendFrame(0x88, RawWebSocket.bytes(0x03, 0xE8));
		assertThat(this.webSocket.closeCode()).isEqualTo(1000);
		assertClosed(CloseReason.TRANSPORT_CLOSE);
	}

	@Test
	void endsTheConnectionWhenTheServerClosesTheSession() {
		this.echo.session().close(CloseReason.FORCED_CLOSE, null);
		assertThat(this.webSocket.next()).isEqualTo("1");
		assertThat(this.webSocket.closeCode()).isEqualTo(RawWebSocket.NO_CLOSE_FRAME);
		assertClosed(CloseReason.FORCED_CLOSE);
	}

	@Test
	void closesASecondWebSocketOfASessionAndKeepsTheFirst() {
		String sid = this.echo.session().id();
		Endpoint endpoint = this.echo.endpoint();
		try (RawWebSocket second = endpoint.connectWebSocket(endpoint.webSocket() + "&sid=" + sid)) {
			assertThat(second.closeCode()).isEqualTo(1002);
		}
		this.webSocket.sendText("4still here");
		assertThat(this.webSocket.next()).isEqualTo("4still here");
	}

	@Test
	void servesNoPollsOfASessionOnAWebSocket() {
		Endpoint endpoint = this.echo.endpoint();
		String target = endpoint.polling() + "&sid=" + this.echo.session().id();
		EngineIo4HandshakeTests.assertRefused(endpoint.get(target), 3, "Bad request");
		EngineIo4HandshakeTests.assertRefused(endpoint.post(target, "4hello"), 3, "Bad request");
		this.webSocket.sendText("4still here");
		assertThat(this.webSocket.next()).isEqualTo("4still here");
	}

	@Test
	void takesAMessageInSeveralFrames() {
		this.webSocket.sendFrame(0x01, "4hel".getBytes(StandardCharsets.UTF_8))
			.sendFrame(0x89, RawWebSocket.bytes(7))
			.sendFrame(0x80, "lo".getBytes(StandardCharsets.UTF_8))
			.sendText("4next");
		assertThat(this.webSocket.nextPong()).containsExactly(7);
		assertThat(this.webSocket.next()).isEqualTo("4hello");
		assertThat(this.webSocket.next()).isEqualTo("4next");
	}

	private void assertClosed(CloseReason reason) {
		await().untilAsserted(() -> assertThat(this.echo.closed()).singleElement().asString().startsWith(reason + ":"));
	}

}
