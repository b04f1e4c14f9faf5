package io.distributor.tests.conformance;

import java.time.Duration;
import java.util.HexFormat;

import io.distributor.engine.session.CloseReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Engine.IO 3: sessions, encoding, upgrade and heartbeat. JSONP has tests of its own.
 */
class EngineIo3Tests {

	private EngineEcho echo;

	private Endpoint endpoint;

	@BeforeEach
	void start() {
		start(Duration.ofSeconds(25), Duration.ofSeconds(20));
	}

	private void start(Duration pingInterval, Duration pingTimeout) {
		this.echo = EngineEcho
			.start((options) -> options.allowRevision3(true).pingInterval(pingInterval).pingTimeout(pingTimeout));
		this.endpoint = new Endpoint(this.echo.endpoint().port(), "/engine.io/", 3);
	}

	@AfterEach
	void stop() {
		this.echo.close();
	}

	@Test
	void isRefusedUnlessAllowed() {
		try (EngineEcho strict = EngineEcho.startCalm()) {
			Endpoint refused = new Endpoint(strict.endpoint().port(), "/engine.io/", 3);
			EngineIo4HandshakeTests.assertRefused(refused.get(refused.polling()), 5, "Unsupported protocol version");
		}
	}

	@Test
	void opensASessionOnPollingWithALength() {
		Response response = this.endpoint.get(this.endpoint.polling());
		assertThat(response.header("content-type")).isEqualTo("text/plain; charset=UTF-8");
		String[] parts = response.text().split(":", 2);
		assertThat(parts[1]).hasSize(Integer.parseInt(parts[0]))
			.matches("0\\{\"sid\":\"[A-Za-z0-9_-]{20,}\",\"upgrades\":\\[\"websocket\"],"
					+ "\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}");
	}

	@Test
	void opensASessionOnAWebSocket() {
		try (RawWebSocket webSocket = this.endpoint.openWebSocket().sendText("4hello", "4€")) {
			assertThat(webSocket.next()).isEqualTo("4hello");
			assertThat(webSocket.next()).isEqualTo("4€");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "4", "5", "" })
	void keepsASessionToItsRevision(String other) {
		String target = this.endpoint.openPolling().replace("EIO=3", "EIO=" + other);
		EngineIo4HandshakeTests.assertRefused(this.endpoint.get(target), 3, "Bad request");
		EngineIo4HandshakeTests.assertRefused(this.endpoint.post(target, "6:4hello"), 3, "Bad request");
		Endpoint newer = this.echo.endpoint();
		EngineIo4HandshakeTests.assertRefused(newer.get(newer.openPolling().replace("EIO=4", "EIO=3")), 3,
				"Bad request");
	}

	@Test
	void countsTheLengthOfTextInCharacters() {
		String target = this.endpoint.openPolling();
		assertThat(this.endpoint.post(target, "6:4hello2:4€3:4😀1:4").text()).isEqualTo("ok");
		assertThat(this.endpoint.get(target).text()).isEqualTo("6:4hello2:4€3:4😀1:4");
	}

	@Test
	void takesAndGivesBinaryPayloads() {
		String target = this.endpoint.openPolling();
		postBinary(target, "0004ff34e282ac" + "0105ff0401020304");
		Response response = this.endpoint.get(target);
		assertThat(response.header("content-type")).isEqualTo("application/octet-stream");
		assertThat(HexFormat.of().formatHex(response.body())).isEqualTo("0004ff34e282ac" + "0105ff0401020304");
	}

	@Test
	void takesBase64AndGivesItWhereAsked() {
		String target = this.endpoint.openPolling("&b64=1");
		this.endpoint.post(target, "2:4€10:b4AQIDBA==");
		Response response = this.endpoint.get(target);
		assertThat(response.header("content-type")).isEqualTo("text/plain; charset=UTF-8");
		assertThat(response.text()).isEqualTo("2:4€10:b4AQIDBA==");
	}

	@Test
	void sendsBinaryWithItsTypeOnAWebSocket() {
		try (RawWebSocket webSocket = this.endpoint.openWebSocket().sendBinary(4, 1, 2, 3)) {
			assertThat(webSocket.nextBinary()).containsExactly(4, 1, 2, 3);
			webSocket.sendText("b4AQID");
			assertThat(webSocket.nextBinary()).containsExactly(4, 1, 2, 3);
		}
		try (RawWebSocket webSocket = this.endpoint.connectWebSocket(this.endpoint.webSocket() + "&b64=1")) {
			webSocket.next();
			assertThat(webSocket.sendText("b4AQID").next()).isEqualTo("b4AQID");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "4hello", "5:4hello", "7:4hello", "1:x", "2:4😀", "", "6:4hello2", "4:b4!!" })
	void closesTheSessionOnAMalformedPayload(String payload) {
		String target = this.endpoint.openPolling();
		EngineIo4HandshakeTests.assertRefused(this.endpoint.post(target, payload), 3, "Bad request");
		assertClosed(CloseReason.PARSE_ERROR);
	}

	@ParameterizedTest
	@ValueSource(strings = { "00", "0002ff34", "0201ff34", "0101ff02", "0002ff34c3" })
	void closesTheSessionOnAMalformedBinaryPayload(String hex) {
		String target = this.endpoint.openPolling();
		EngineIo4HandshakeTests.assertRefused(postBinary(target, hex), 3, "Bad request");
		assertClosed(CloseReason.PARSE_ERROR);
	}

	@Test
	void closesTheSessionOnBinaryThatIsNoMessage() {
		try (RawWebSocket webSocket = this.endpoint.openWebSocket().sendBinary(2)) {
			assertThat(webSocket.closeCode()).isEqualTo(1007);
		}
		assertClosed(CloseReason.PARSE_ERROR);
	}

	@Test
	void answersAPingWithAPongOfTheSameData() {
		String target = this.endpoint.openPolling();
		this.endpoint.post(target, "6:2probe");
		assertThat(this.endpoint.get(target).text()).isEqualTo("6:3probe");
		this.endpoint.post(target, "1:2");
		assertThat(this.endpoint.get(target).text()).isEqualTo("1:3");
		try (RawWebSocket webSocket = this.endpoint.openWebSocket().sendText("2€", "2")) {
			assertThat(webSocket.next()).isEqualTo("3€");
			assertThat(webSocket.next()).isEqualTo("3");
		}
	}

	@Test
	void closesTheSessionOnAPongOfTheClient() {
		try (RawWebSocket webSocket = this.endpoint.openWebSocket().sendText("3")) {
			assertThat(webSocket.closeCode()).isEqualTo(1002);
		}
		assertClosed(CloseReason.TRANSPORT_ERROR);
	}

	@Test
	void upgradesWithWhatWasNotPolled() {
		String target = this.endpoint.openPolling();
		this.endpoint.post(target, "1:22:4a");
		try (RawWebSocket webSocket = this.endpoint.probe(target).sendText("5")) {
			assertThat(webSocket.next()).isEqualTo("3");
			assertThat(webSocket.next()).isEqualTo("4a");
			webSocket.sendText("4b", "2");
			assertThat(webSocket.next()).isEqualTo("4b");
			assertThat(webSocket.next()).isEqualTo("3");
			EngineIo4HandshakeTests.assertRefused(this.endpoint.get(target), 3, "Bad request");
		}
	}

	@Test
	void endsThePollThatWaitsWithANoopWhenTheClientUpgrades() {
		String target = this.endpoint.openPolling();
		try (RawConnection poll = this.endpoint.send("GET", target, "");
				RawWebSocket webSocket = this.endpoint.probe(target)) {
			assertThat(poll.receive().text()).isEqualTo("1:6");
			webSocket.sendText("5", "4up");
			assertThat(webSocket.next()).isEqualTo("4up");
		}
	}

	@Test
	void tellsTheClientThatTheServerClosesTheSession() {
		String target = this.endpoint.openPolling();
		this.endpoint.post(target, "2:4a");
		this.echo.session(target).close(CloseReason.FORCED_CLOSE, null);
		assertThat(this.endpoint.get(target).text()).isEqualTo("2:4a1:1");
	}

	@Test
	void closesASessionThatSendsNothing() {
		stop();
		start(Duration.ofMillis(300), Duration.ofMillis(200));
		try (RawWebSocket webSocket = this.endpoint.openWebSocket()) {
			assertThat(webSocket.closeCode()).isEqualTo(1008);
		}
		assertClosed(CloseReason.PING_TIMEOUT);
		String target = this.endpoint.openPolling();
		assertThat(this.endpoint.get(target).text()).isEqualTo("1:1");
		EngineIo4HandshakeTests.assertRefused(this.endpoint.get(target), 1, "Session ID unknown");
	}

	@Test
	void servesBothRevisionsAtOnce() {
		Endpoint newer = this.echo.endpoint();
		try (RawWebSocket old = this.endpoint.openWebSocket().sendBinary(4, 1);
				RawWebSocket recent = newer.openWebSocket().sendBinary(4, 1)) {
			assertThat(old.nextBinary()).containsExactly(4, 1);
			assertThat(recent.nextBinary()).containsExactly(4, 1);
			assertThat(this.echo.received()).isEmpty();
		}
	}

	private Response postBinary(String target, String hex) {
		try (RawConnection post = new RawConnection(this.endpoint.port())) {
			return post.send("POST", target, HexFormat.of().parseHex(hex), "Content-Type: application/octet-stream")
				.receive();
		}
	}

	private void assertClosed(CloseReason reason) {
		await().untilAsserted(() -> assertThat(this.echo.closed()).singleElement().asString().startsWith(reason + ":"));
	}

}
