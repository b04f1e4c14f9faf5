package io.distributor.engine.server;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import io.distributor.engine.protocol.engineio.RequestError;
import io.distributor.engine.session.TransportType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of requests that are refused, by the answers of the reference server.
 */
class RefusedRequestTests {

	private EchoServer echo = new EchoServer();

	@AfterEach
	void stop() {
		this.echo.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "GET|?EIO=4|0|Transport unknown", "GET|?EIO=4&transport=abc|0|Transport unknown",
					"GET|?EIO=4&transport=polling&sid=AAAAAAAAAAAAAAAAAAAAAAAA|1|Session ID unknown",
					"GET|?EIO=4&transport=polling&sid=__proto__|1|Session ID unknown",
					"POST|?EIO=4&transport=polling|2|Bad handshake method",
					"PUT|?EIO=4&transport=polling|2|Bad handshake method",
					"GET|?EIO=4&transport=websocket|3|Bad request",
					"GET|?transport=polling|5|Unsupported protocol version",
					"GET|?EIO=3&transport=polling|5|Unsupported protocol version",
					"GET|?EIO=abc&transport=polling|5|Unsupported protocol version" })
	void answersWithCodeAndMessage(String method, String query, int code, String message) throws Exception {
		HttpResponse<String> response = this.echo.send(HttpRequest.newBuilder(this.echo.uri(query))
			.method(method, HttpRequest.BodyPublishers.noBody())
			.build());
		assertRefused(response, 400, code, message);
		assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
	}

	@Test
	void refusesRequestsThatDoNotFitTheSession() throws Exception {
		String query = this.echo.openPolling();
		assertRefused(this.echo.get(query.replace("EIO=4", "EIO=3")), 400, 3, "Bad request");
		assertRefused(this.echo.get(query.replace("EIO=4&", "")), 400, 3, "Bad request");
		assertRefused(this.echo.get(query.replace("polling", "websocket")), 400, 3, "Bad request");
		HttpRequest put = HttpRequest.newBuilder(this.echo.uri(query))
			.PUT(HttpRequest.BodyPublishers.ofString("4a"))
			.build();
		assertRefused(this.echo.send(put), 400, 3, "Bad request");
		assertThat(this.echo.post(query, "4still there").statusCode()).isEqualTo(200);
		assertThat(this.echo.server.statistics().refusedRequests(RequestError.BAD_REQUEST)).isEqualTo(4);
	}

	@Test
	void refusesPollsOfAWebSocketSession() throws Exception {
		TestWebSocket webSocket = this.echo.openWebSocket();
		String query = "?EIO=4&transport=polling&sid=" + EchoServer.sid(webSocket.next());
		assertRefused(this.echo.get(query), 400, 3, "Bad request");
		assertRefused(this.echo.post(query, "4a"), 400, 3, "Bad request");
		webSocket.send("4unharmed");
		assertThat(webSocket.next()).isEqualTo("4unharmed");
	}

	@Test
	void refusesBinaryContent() throws Exception {
		String query = this.echo.openPolling();
		HttpRequest post = HttpRequest.newBuilder(this.echo.uri(query))
			.header("Content-Type", "application/octet-stream")
			.POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] { 4, 1 }))
			.build();
		assertRefused(this.echo.send(post), 400, 3, "Bad request");
		assertRefused(this.echo.get(query), 400, 1, "Session ID unknown");
	}

	@Test
	void refusesATransportThatIsSwitchedOff() throws Exception {
		restart(EchoServer.options().transports(java.util.Set.of(TransportType.WEBSOCKET)));
		assertRefused(this.echo.get("?EIO=4&transport=polling"), 400, 0, "Transport unknown");
	}

	@Test
	void offersAndAllowsNoUpgradeIfUpgradesAreSwitchedOff() throws Exception {
		restart(EchoServer.options().allowUpgrades(false));
		String body = this.echo.get("?EIO=4&transport=polling").body();
		assertThat(body).contains("\"upgrades\":[]");
		try (RawClient client = RawClient.webSocket(this.echo.server,
				"?EIO=4&transport=websocket&sid=" + EchoServer.sid(body))) {
			assertThat(client.response()).startsWith("HTTP/1.1 400").contains("{\"code\":3,");
		}
	}

	@Test
	void answersAWebSocketHandshakeOfAnUnknownSession() throws Exception {
		try (RawClient client = RawClient.webSocket(this.echo.server, "?EIO=4&transport=websocket&sid=abc")) {
			assertThat(client.response()).startsWith("HTTP/1.1 400").contains("{\"code\":1,");
		}
	}

	@Test
	void answersAnIncompleteWebSocketHandshake() throws Exception {
		try (RawClient client = new RawClient(this.echo.server)) {
			client.write("GET /engine.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\n"
					+ "Upgrade: websocket\r\n\r\n");
			assertThat(client.response()).startsWith("HTTP/1.1 400").contains("{\"code\":3,");
		}
	}

	@Test
	void opensNoMoreSessionsThanAllowed() throws Exception {
		restart(EchoServer.options().maxSessions(1));
		String query = this.echo.openPolling();
		assertRefused(this.echo.get("?EIO=4&transport=polling"), 503, 3, "Service unavailable");
		this.echo.post(query, "1");
		assertThat(this.echo.get("?EIO=4&transport=polling").statusCode()).isEqualTo(200);
	}

	@Test
	void answers404OutsideItsPath() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(this.echo.uri("../index.html")).build();
		assertThat(this.echo.send(request).statusCode()).isEqualTo(404);
	}

	private void restart(EngineOptionsBuilder options) {
		this.echo.close();
		this.echo = new EchoServer(options);
	}

	private static void assertRefused(HttpResponse<String> response, int status, int code, String message) {
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.body()).isEqualTo("{\"code\":" + code + ",\"message\":\"" + message + "\"}");
	}

}
