package io.distributor.tests.conformance;

import java.time.Duration;

import io.distributor.tests.fleet.Fleet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Socket.IO 4, which is that of clients of major version 2.
 */
class SocketIo4Tests {

	private static final String FIRST = "{\"_placeholder\":true,\"num\":0}";

	private static ConformanceBackend backend;

	private static Endpoint endpoint;

	@BeforeAll
	static void start() {
		backend = ConformanceBackend.start((options) -> options.engine((engine) -> engine.allowRevision3(true)
			.pingInterval(Duration.ofSeconds(25))
			.pingTimeout(Duration.ofSeconds(20))));
		endpoint = new Endpoint(backend.endpoint().port(), "/socket.io/", 3);
	}

	@AfterAll
	static void stop() {
		backend.close();
	}

	@Test
	void connectsToTheMainNamespaceUnasked() {
		try (RawWebSocket webSocket = endpoint.openWebSocket()) {
			assertThat(webSocket.next()).isEqualTo("40");
			assertThat(webSocket.next()).isEqualTo("42[\"auth\",{}]");
		}
	}

	@Test
	void connectsToTheMainNamespaceUnaskedOnPolling() {
		assertThat(endpoint.get(endpoint.openPolling()).text()).startsWith("2:40");
	}

	@Test
	void connectsToACustomNamespaceWithoutAPayload() {
		try (RawWebSocket webSocket = joined().sendText("40/custom,")) {
			assertThat(webSocket.next()).isEqualTo("40/custom,");
			assertThat(webSocket.next()).isEqualTo("42/custom,[\"auth\",{}]");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "40/custom?token=1234&uid=a%20b&x=1&x=2,", "40/custom?token=1234&uid=a+b&x=1&x=2" })
	void takesTheQueryOfANamespaceForAuth(String connect) {
		try (RawWebSocket webSocket = joined().sendText(connect)) {
			assertThat(webSocket.next()).isEqualTo("40/custom,");
			assertThat(webSocket.next())
				.isEqualTo("42/custom,[\"auth\",{\"token\":\"1234\",\"uid\":\"a b\",\"x\":[\"1\",\"2\"]}]");
		}
	}

	@Test
	void refusesAnUnknownNamespaceWithAText() {
		try (RawWebSocket webSocket = joined().sendText("40/random,")) {
			assertThat(webSocket.next()).isEqualTo("44/random,\"Invalid namespace\"");
			webSocket.sendText("42[\"message\",1]");
			assertThat(webSocket.next()).isEqualTo("42[\"message-back\",1]");
		}
	}

	@Test
	void exchangesEventsAndAcknowledgements() {
		try (RawWebSocket webSocket = joined()) {
			webSocket.sendText("42[\"message\",\"hello\",1]");
			assertThat(webSocket.next()).isEqualTo("42[\"message-back\",\"hello\",1]");
			webSocket.sendText("42456[\"message-with-ack\",123]");
			assertThat(webSocket.next()).isEqualTo("43456[123]");
		}
	}

	@Test
	void exchangesBinary() {
		try (RawWebSocket webSocket = joined()) {
			webSocket.sendText("451-456[\"message-with-ack\"," + FIRST + "]").sendBinary(4, 1, 2, 3);
			assertThat(webSocket.next()).isEqualTo("461-456[" + FIRST + "]");
			assertThat(webSocket.nextBinary()).containsExactly(4, 1, 2, 3);
		}
	}

	@Test
	void leavesANamespaceAndKeepsTheOthers() {
		try (RawWebSocket webSocket = joined().sendText("40/custom,")) {
			webSocket.next();
			webSocket.next();
			webSocket.sendText("41/custom,", "42[\"message\"]");
			assertThat(webSocket.next()).isEqualTo("42[\"message-back\"]");
		}
		await().untilAsserted(() -> assertThat(backend.closed()).contains("/custom client namespace disconnect"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "42", "42{}", "45[\"message\"]", "49", "40/custom?a=%zz,", "40" })
	void closesTheConnectionOnAMalformedPacket(String packet) {
		try (RawWebSocket webSocket = joined().sendText(packet)) {
			assertThat(webSocket.closeCode()).isIn(1007, 1008);
		}
	}

	@Test
	void tellsOnlyWhoAsksForNoOtherNamespaceThatThereIsNoMainOne() {
		Fleet fleet = Fleet.inMemory()
			.server((options) -> options.engine((engine) -> engine.allowRevision3(true)))
			.distributors(1)
			.backend("/chat", (io) -> io.onEvent("ping", (event) -> "pong"))
			.start();
		Endpoint noMain = new Endpoint(fleet.distributor(0).listeningPort(), "/socket.io/", 3);
		try (RawWebSocket chat = noMain.openWebSocket().sendText("40/chat,");
				RawWebSocket main = noMain.openWebSocket()) {
			assertThat(chat.next()).isEqualTo("40/chat,");
			assertThat(main.next()).isEqualTo("44\"Invalid namespace\"");
			chat.sendText("42/chat,1[\"ping\"]");
			assertThat(chat.next()).isEqualTo("43/chat,1[\"pong\"]");
		}
		finally {
			fleet.stop();
		}
	}

	private static RawWebSocket joined() {
		RawWebSocket webSocket = endpoint.openWebSocket();
		assertThat(webSocket.next()).isEqualTo("40");
		assertThat(webSocket.next()).isEqualTo("42[\"auth\",{}]");
		return webSocket;
	}

}
