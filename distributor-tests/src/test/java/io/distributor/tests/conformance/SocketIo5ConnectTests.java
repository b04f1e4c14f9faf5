package io.distributor.tests.conformance;

import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Socket.IO 5: "Connection to a namespace" and "Disconnection from a namespace".
 */
class SocketIo5ConnectTests {

	private static final String SID = "\\{\"sid\":\"[A-Za-z0-9_-]{20}\"}";

	private static ConformanceBackend backend;

	private static Endpoint endpoint;

	@BeforeAll
	static void start() {
		backend = ConformanceBackend.startCalm();
		endpoint = backend.endpoint();
	}

	@AfterAll
	static void stop() {
		backend.close();
	}

	@Test
	void answersAConnectToTheMainNamespaceWithTheIdOfTheSocket() {
		try (RawWebSocket webSocket = endpoint.openWebSocket().sendText("40")) {
			assertThat(webSocket.next()).matches("40" + SID);
			assertThat(webSocket.next()).isEqualTo("42[\"auth\",{}]");
		}
	}

	@Test
	void givesTheSocketAnotherIdThanTheSession() {
		try (RawWebSocket webSocket = endpoint.connectWebSocket(endpoint.webSocket())) {
			String session = Endpoint.sid(webSocket.next());
			assertThat(Endpoint.sid(webSocket.sendText("40").next())).isNotEqualTo(session);
		}
	}

	@Test
	void passesTheAuthOfAConnectOn() {
		try (RawWebSocket webSocket = endpoint.openWebSocket().sendText("40{\"token\":\"123\"}")) {
			assertThat(webSocket.next()).matches("40" + SID);
			assertThat(webSocket.next()).isEqualTo("42[\"auth\",{\"token\":\"123\"}]");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "40/custom,", "40/custom", "40/custom?token=abc,", "40/custom?token=abc",
			"40/custom?a=1&b={},", "40/custom,{}" })
	void connectsToACustomNamespace(String connect) {
		try (RawWebSocket webSocket = endpoint.openWebSocket().sendText(connect)) {
			assertThat(webSocket.next()).matches("40/custom," + SID);
			assertThat(webSocket.next()).isEqualTo("42/custom,[\"auth\",{}]");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "40/custom,{\"token\":\"abc\"}", "40/custom?token=no,{\"token\":\"abc\"}" })
	void connectsToACustomNamespaceWithAuth(String connect) {
		try (RawWebSocket webSocket = endpoint.openWebSocket().sendText(connect)) {
			assertThat(webSocket.next()).matches("40/custom," + SID);
			assertThat(webSocket.next()).isEqualTo("42/custom,[\"auth\",{\"token\":\"abc\"}]");
		}
	}

	@Test
	void connectsToSeveralNamespacesOnOneConnection() {
		try (RawWebSocket webSocket = joined().sendText("40/custom,")) {
			assertThat(webSocket.next()).startsWith("40/custom,{");
			assertThat(webSocket.next()).startsWith("42/custom,[\"auth\"");
			webSocket.sendText("42/custom,[\"message\",1]");
			assertThat(webSocket.next()).isEqualTo("42/custom,[\"message-back\",1]");
			webSocket.sendText("42[\"message\",2]");
			assertThat(webSocket.next()).isEqualTo("42[\"message-back\",2]");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "40/random", "40/random,", "40/random,{\"token\":\"abc\"}", "40/random?a=b" })
	void refusesAnUnknownNamespaceAndKeepsTheConnection(String connect) {
		try (RawWebSocket webSocket = endpoint.openWebSocket().sendText(connect)) {
			assertThat(webSocket.next()).isEqualTo("44/random,{\"message\":\"Invalid namespace\"}");
			assertThat(webSocket.sendText("40").next()).startsWith("40{");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "42[\"message\",1]", "421[\"message\",1]", "41", "431[]", "44{}",
			"42/custom,[\"message\",1]", "4abc" })
	void closesAConnectionThatDoesNotBeginWithAConnect(String packet) {
		try (RawWebSocket webSocket = endpoint.openWebSocket().sendText(packet)) {
			assertThat(webSocket.closeCode()).isIn(1007, 1008);
		}
	}

	@Test
	void closesAConnectionThatBeginsWithBinary() {
		try (RawWebSocket webSocket = endpoint.openWebSocket().sendBinary(1)) {
			assertThat(webSocket.closeCode()).isEqualTo(1007);
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "401", "40[]", "40\"a\"", "40null", "40{\"a\":}", "40{}{}", "40/custom,1", "40/custom,[]" })
	void closesAConnectionOnAMalformedConnect(String connect) {
		try (RawWebSocket webSocket = endpoint.openWebSocket().sendText(connect)) {
			assertThat(webSocket.closeCode()).isEqualTo(1007);
		}
	}

	@Test
	void closesAConnectionThatConnectsTwice() {
		try (RawWebSocket webSocket = joined().sendText("40")) {
			assertThat(webSocket.closeCode()).isEqualTo(1008);
		}
	}

	@Test
	void closesAConnectionThatJoinsNoNamespaceInTime() {
		try (ConformanceBackend quick = ConformanceBackend
			.start((options) -> options.connectTimeout(Duration.ofMillis(300))
				.engine((engine) -> engine.pingInterval(Duration.ofSeconds(25))))) {
			try (RawWebSocket webSocket = quick.endpoint().openWebSocket()) {
				assertThat(webSocket.next()).isEqualTo("1");
				assertThat(webSocket.closeCode()).isEqualTo(1008);
			}
			String target = quick.endpoint().openPolling();
			assertThat(quick.endpoint().get(target).text()).isEqualTo("1");
		}
	}

	@Test
	void keepsTheConnectionOfAClientThatLeavesOneOfItsNamespaces() {
		try (RawWebSocket webSocket = joined().sendText("40/custom,")) {
			webSocket.next();
			webSocket.next();
			webSocket.sendText("41/custom,", "42[\"message\",\"still here\"]");
			assertThat(webSocket.next()).isEqualTo("42[\"message-back\",\"still here\"]");
		}
		await().untilAsserted(() -> assertThat(backend.closed()).contains("/custom client namespace disconnect"));
	}

	@Test
	void takesAClientBackThatLeft() {
		try (RawWebSocket webSocket = joined().sendText("41", "40")) {
			assertThat(webSocket.next()).matches("40" + SID);
			assertThat(webSocket.next()).isEqualTo("42[\"auth\",{}]");
		}
		await().untilAsserted(() -> assertThat(backend.closed()).contains("/ client namespace disconnect"));
	}

	@Test
	void closesAConnectionOnAMalformedDisconnect() {
		try (RawWebSocket webSocket = joined().sendText("41{}")) {
			assertThat(webSocket.closeCode()).isEqualTo(1007);
		}
		await().untilAsserted(() -> assertThat(backend.closed()).contains("/ parse error"));
	}

	@Test
	void closesAConnectionOnAPacketForANamespaceItLeft() {
		try (RawWebSocket webSocket = joined().sendText("41", "42[\"message\",1]")) {
			assertThat(webSocket.closeCode()).isEqualTo(1008);
		}
	}

	private static RawWebSocket joined() {
		RawWebSocket webSocket = endpoint.openWebSocket().sendText("40");
		webSocket.next();
		webSocket.next();
		return webSocket;
	}

}
