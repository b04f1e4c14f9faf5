package io.distributor.engine.server;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import io.distributor.engine.limit.Limit;
import io.distributor.engine.limit.Pace;
import io.distributor.engine.limit.SessionLimits;
import io.distributor.engine.protocol.engineio.RequestError;
import io.distributor.engine.session.EngineSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of limits by address, behind a proxy that is trusted.
 */
class AddressLimitTests {

	private static final Pace FAST = new Pace(Integer.MAX_VALUE, 1);

	private EchoServer echo = server(new SessionLimits(100, 100, 2, 2, FAST, 10, 1_000, 1_000));

	@AfterEach
	void stop() {
		this.echo.close();
	}

	@Test
	void refusesMoreSessionsOfOneAddressThanAllowed() throws Exception {
		String first = sid(open("203.0.113.1"));
		establishAll();
		sid(open("203.0.113.1"));
		assertRefused(open("203.0.113.1"), Limit.ADDRESS_SESSIONS);
		assertRefused(open("6.6.6.6, 203.0.113.1"), Limit.ADDRESS_SESSIONS);
		sid(open("203.0.113.2"));
		this.echo.post("?EIO=4&transport=polling&sid=" + first, "1");
		sid(open("203.0.113.1"));
	}

	@Test
	void refusesAWebSocketOfAnAddressWithTooManySessions() throws Exception {
		open("203.0.113.1");
		open("203.0.113.1");
		try (RawClient client = new RawClient(this.echo.server)) {
			client.write("GET /engine.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\n"
					+ "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nX-Forwarded-For: 203.0.113.1\r\n"
					+ "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
			assertThat(client.response()).startsWith("HTTP/1.1 429")
				.endsWith("{\"code\":3,\"message\":\"Too many connections from this address\"}");
		}
	}

	@Test
	void refusesMoreHalfOpenSessionsThanAllowed() throws Exception {
		restart(new SessionLimits(100, 3, 50, 2, FAST, 10, 1_000, 1_000));
		open("203.0.113.1");
		open("203.0.113.1");
		assertRefused(open("203.0.113.1"), Limit.ADDRESS_HALF_OPEN_SESSIONS);
		open("203.0.113.2");
		HttpResponse<String> inAll = open("203.0.113.3");
		assertThat(inAll.statusCode()).isEqualTo(503);
		assertThat(this.echo.server.statistics().reached(Limit.HALF_OPEN_SESSIONS)).isOne();
		establishAll();
		sid(open("203.0.113.1"));
	}

	@Test
	void refusesAnAddressThatOpensSessionsTooFast() throws Exception {
		restart(new SessionLimits(100, 100, 50, 50, new Pace(1, 2), 10, 1_000, 1_000));
		for (int i = 0; i < 2; i++) {
			this.echo.post("?EIO=4&transport=polling&sid=" + sid(open("203.0.113.1")), "1");
		}
		assertRefused(open("203.0.113.1"), Limit.ADDRESS_CONNECTS);
		sid(open("203.0.113.2"));
		assertThat(this.echo.server.statistics().refusedRequests(RequestError.TOO_MANY_SESSIONS)).isOne();
	}

	@Test
	void tellsTheBackendTheAddressOfTheClient() throws Exception {
		sid(open("6.6.6.6, 203.0.113.1"));
		EngineSession session = this.echo.session();
		assertThat(session.handshake().address()).isEqualTo("203.0.113.1");
		assertThat(session.handshake().headers()).containsKey("x-forwarded-for");
	}

	@Test
	void passesOnNothingThatOnlyAProxyMaySay() throws Exception {
		this.echo.close();
		this.echo = new EchoServer();
		HttpRequest request = HttpRequest.newBuilder(this.echo.uri("?EIO=4&transport=polling"))
			.header("X-Forwarded-For", "203.0.113.1")
			.header("X-Forwarded-User", "admin")
			.header("X-Real-IP", "203.0.113.1")
			.header("Forwarded", "for=203.0.113.1")
			.header("X-Other", "kept")
			.build();
		this.echo.send(request);
		EngineSession session = this.echo.session();
		assertThat(session.handshake().address()).isEqualTo("127.0.0.1");
		assertThat(session.handshake().headers()).containsKey("x-other")
			.doesNotContainKeys("x-forwarded-for", "x-forwarded-user", "x-real-ip", "forwarded");
	}

	@Test
	void closesConnectionsWithoutARequestBeyondTheLimit() throws Exception {
		restart(SessionLimits.DEFAULTS.withSilent(2, 2));
		try (RawClient first = new RawClient(this.echo.server); RawClient second = new RawClient(this.echo.server)) {
			await().ignoreExceptions().until(() -> tooMany() > 0);
			first.write("GET /engine.io/ HTTP/1.1\r\nHost: a\r\n\r\n");
			assertThat(first.response()).startsWith("HTTP/1.1 400");
			second.close();
			await().ignoreExceptions().until(() -> open("203.0.113.1").statusCode() == 200);
		}
	}

	private long tooMany() throws Exception {
		try (RawClient client = new RawClient(this.echo.server)) {
			client.write("GET /engine.io/ HTTP/1.1\r\nHost: a\r\n\r\n");
			client.isAtEnd();
			return this.echo.server.statistics().reached(Limit.SILENT_CONNECTIONS);
		}
	}

	private static EchoServer server(SessionLimits limits) {
		return new EchoServer(EchoServer.options()
			.sessionLimits(limits)
			.http((http) -> http.proxies(new ProxyOptions(List.of("127.0.0.0/8"), ForwardedHeader.X_FORWARDED))));
	}

	private void restart(SessionLimits limits) {
		this.echo.close();
		this.echo = server(limits);
	}

	private HttpResponse<String> open(String address) throws Exception {
		return this.echo.send(HttpRequest.newBuilder(this.echo.uri("?EIO=4&transport=polling"))
			.header("X-Forwarded-For", address)
			.build());
	}

	private void establishAll() {
		this.echo.sessions.forEach(EngineSession::establish);
	}

	private static String sid(HttpResponse<String> response) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return EchoServer.sid(response.body());
	}

	private void assertRefused(HttpResponse<String> response, Limit limit) {
		assertThat(response.statusCode()).isEqualTo(429);
		assertThat(response.body()).isEqualTo("{\"code\":3,\"message\":\"Too many connections from this address\"}");
		assertThat(this.echo.server.statistics().reached(limit)).isPositive();
	}

}
