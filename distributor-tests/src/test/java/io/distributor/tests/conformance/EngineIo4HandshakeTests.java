package io.distributor.tests.conformance;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Engine.IO 4: "Query parameters", "Handshake", and the errors of the reference server.
 */
class EngineIo4HandshakeTests {

	private static EngineEcho echo;

	private static Endpoint endpoint;

	@BeforeAll
	static void start() {
		echo = EngineEcho.startCalm();
		endpoint = echo.endpoint();
	}

	@AfterAll
	static void stop() {
		echo.close();
	}

	@Test
	void answersAHandshakeOnPollingWithAnOpenPacket() {
		Response response = endpoint.get("/engine.io/?EIO=4&transport=polling");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.header("content-type")).isEqualTo("text/plain; charset=UTF-8");
		assertThat(response.text()).matches("0\\{\"sid\":\"[A-Za-z0-9_-]{20,}\",\"upgrades\":\\[\"websocket\"],"
				+ "\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}");
	}

	@Test
	void answersAHandshakeOnAWebSocketWithAnOpenPacketWithoutUpgrades() {
		try (RawWebSocket webSocket = endpoint.connectWebSocket("/engine.io/?EIO=4&transport=websocket")) {
			assertThat(webSocket.next()).matches("0\\{\"sid\":\"[A-Za-z0-9_-]{20,}\",\"upgrades\":\\[],"
					+ "\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}");
		}
	}

	@Test
	void givesEachSessionAnIdOfItsOwn() {
		assertThat(endpoint.openPolling()).isNotEqualTo(endpoint.openPolling());
	}

	@Test
	void heedsNoUnknownParameters() {
		assertThat(endpoint.get("/engine.io/?t=abc&transport=polling&b64=1&EIO=4&x").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "EIO=4", "EIO=4&transport=", "EIO=4&transport=abc", "EIO=4&transport=Polling",
			"EIO=4&transport=constructor", "EIO=4&transport=webtransport", "" })
	void refusesAHandshakeWithoutAKnownTransport(String query) {
		assertRefused(endpoint.get("/engine.io/?" + query), 0, "Transport unknown");
	}

	@ParameterizedTest
	@ValueSource(strings = { "transport=polling", "transport=polling&EIO=", "transport=polling&EIO=abc",
			"transport=polling&EIO=3", "transport=polling&EIO=5", "transport=polling&EIO=04",
			"transport=polling&EIO=4.0" })
	void refusesAHandshakeWithoutAKnownRevision(String query) {
		assertRefused(endpoint.get("/engine.io/?" + query), 5, "Unsupported protocol version");
	}

	@ParameterizedTest
	@ValueSource(strings = { "transport=websocket", "transport=websocket&EIO=abc", "EIO=4", "EIO=4&transport=abc",
			"EIO=4&transport=websocket&sid=abc" })
	void opensNoWebSocketWithoutTheMandatoryParameters(String query) {
		try (RawConnection webSocket = new RawWebSocket(endpoint.port(), "/engine.io/?" + query)) {
			assertThat(webSocket.receive().status()).isEqualTo(400);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "PUT", "DELETE", "PATCH" })
	void opensSessionsByGetOnly(String method) {
		try (RawConnection connection = endpoint.send(method, endpoint.polling(), "")) {
			assertThat(connection.receive().status()).isEqualTo(400);
		}
		assertRefused(endpoint.post(endpoint.polling(), "4hello"), 2, "Bad handshake method");
	}

	@Test
	void refusesAHandshakeForAWebSocketThatIsNone() {
		assertRefused(endpoint.get(endpoint.webSocket()), 3, "Bad request");
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "AAAAAAAAAAAAAAAAAAAAAAAA", "constructor", "__proto__", "%00", "../../etc" })
	void refusesRequestsOfAnUnknownSession(String sid) {
		String target = endpoint.polling() + "&sid=" + sid;
		assertRefused(endpoint.get(target), 1, "Session ID unknown");
		assertRefused(endpoint.post(target, "4hello"), 1, "Session ID unknown");
	}

	@Test
	void refusesRequestsOfAnotherMethodAndKeepsTheSession() {
		String target = endpoint.openPolling();
		assertRefused(endpoint.request("PUT", target, "4hello"), 3, "Bad request");
		assertRefused(endpoint.request("DELETE", target, ""), 3, "Bad request");
		endpoint.post(target, "4still here");
		assertThat(endpoint.get(target).text()).isEqualTo("4still here");
	}

	@ParameterizedTest
	@ValueSource(strings = { "EIO=3", "EIO=", "EIO=5", "x=4" })
	void refusesRequestsOfASessionWithAnotherRevision(String revision) {
		String target = endpoint.openPolling();
		assertRefused(endpoint.get(target.replace("EIO=4", revision)), 3, "Bad request");
		assertRefused(endpoint.post(target.replace("EIO=4", revision), "4hello"), 3, "Bad request");
	}

	@Test
	void refusesARequestOfASessionWithoutItsTransport() {
		String target = endpoint.openPolling();
		assertRefused(endpoint.get(target.replace("polling", "abc")), 0, "Transport unknown");
		assertRefused(endpoint.get(target.replace("polling", "websocket")), 3, "Bad request");
	}

	@Test
	void answersNothingOutsideItsPath() {
		assertThat(endpoint.get("/other/?EIO=4&transport=polling").status()).isEqualTo(404);
		assertThat(endpoint.get("/engine.io/sub/?EIO=4&transport=polling").status()).isEqualTo(404);
	}

	@Test
	void takesTheSessionForTheFirstOfSeveralParameters() {
		String target = endpoint.openPolling();
		assertRefused(endpoint.get(target.replace("&sid=", "&sid=other&sid=")), 1, "Session ID unknown");
	}

	@Test
	void refusesAMalformedRequestTarget() {
		try (RawConnection connection = new RawConnection(endpoint.port())) {
			connection
				.write("GET /engine.io/?EIO=4&transport=%zz HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			assertThat(connection.receive().status()).isEqualTo(400);
		}
	}

	static void assertRefused(Response response, int code, String message) {
		assertThat(response.status()).as(response::text).isEqualTo(400);
		assertThat(response.header("content-type")).isEqualTo("application/json");
		assertThat(response.text()).isEqualTo("{\"code\":" + code + ",\"message\":\"" + message + "\"}");
	}

}
