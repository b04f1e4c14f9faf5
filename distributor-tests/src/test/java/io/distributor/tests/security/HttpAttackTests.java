package io.distributor.tests.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import io.distributor.engine.limit.Limit;
import io.distributor.engine.limit.Pace;
import io.distributor.engine.limit.SessionLimits;
import io.distributor.engine.server.ForwardedHeader;
import io.distributor.engine.server.ProxyOptions;
import io.distributor.engine.session.Handshake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attacks by HTTP requests.
 */
class HttpAttackTests {

	private static final Pace FAST = new Pace(Integer.MAX_VALUE, 1);

	private final Target target = Target.start((options) -> options.connectTimeout(Duration.ofMillis(700))
		.engine((engine) -> engine.maxPayload(10_000)
			.maxPacketsPerPayload(100)
			.pingInterval(Duration.ofMillis(500))
			.sessionLimits(new SessionLimits(1_000, 1_000, 20, 5, FAST, 100, 1_000, 1_000))
			.http((http) -> http.requestTimeout(Duration.ofMillis(500))
				.proxies(new ProxyOptions(List.of("127.0.0.1"), ForwardedHeader.X_FORWARDED)))));

	@AfterEach
	void stop() {
		this.target.close();
	}

	@Test
	void attack08PayloadOfManyPackets() throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			String session = attacker.openPolling();
			assertThat(attacker.post(session, "6" + "\u001e6".repeat(200))).startsWith("HTTP/1.1 400");
		}
		assertThat(this.target.reached(Limit.PAYLOAD_PACKETS)).isOne();
		this.target.assertServesOthers();
	}

	@Test
	void attack08PayloadOfManyBytes() throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			String session = attacker.openPolling();
			attacker.write(Attacker.head("POST", session, 2_000_000_000));
			assertThat(attacker.response()).startsWith("HTTP/1.1 413");
		}
		this.target.awaitSessions(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\0\0\0", "4", "b!!!", "4{{{", "\u001e", "9", "bAA", "2probe", "ý" })
	void attack09RequestThatCannotBeParsed(String body) throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			String session = attacker.openPolling();
			assertThat(attacker.post(session, body)).startsWith("HTTP/1.1 ");
		}
		this.target.assertServesOthers();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "GET|/socket.io/?EIO=4&transport=polling&sid=%00|400", "GET|/socket.io/?%|400", "GET|*|404",
					"GET|http://[|404", "TRACE|/socket.io/?EIO=4&transport=polling|400", "CONNECT|a:1|404",
					"OPTIONS|/socket.io/|204", "DELETE|/socket.io/?EIO=4&transport=polling|400" })
	void attack09RequestNobodyExpects(String method, String uri, int status) throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			assertThat(attacker.request(method, uri, "")).startsWith("HTTP/1.1 " + status);
		}
		this.target.assertServesOthers();
	}

	@Test
	void attack10RefusedRequestThatIsNotAnswered() throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			String session = attacker.openPolling();
			assertThat(attacker.post(session, "\u0001\u0002", "Content-Type: application/octet-stream"))
				.startsWith("HTTP/1.1 400");
		}
		this.target.awaitSessions(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "__proto__", "constructor", "../../etc", "AAAAAAAAAAAAAAAAAAAAAAAA", "toString", "%00",
			"AAAAAAAAAAAAAAAAAAAAAAA%2F" })
	void attack11SessionIdThatIsNone(String sid) throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			assertThat(attacker.get(Attacker.POLLING + "&sid=" + sid)).startsWith("HTTP/1.1 400")
				.endsWith("{\"code\":1,\"message\":\"Session ID unknown\"}");
		}
		try (Attacker attacker = this.target.attacker()) {
			assertThat(attacker.upgrade(Attacker.WEB_SOCKET + "&sid=" + sid)).startsWith("HTTP/1.1 400");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "EIO=3&", "EIO=5&", "" })
	void attack12UpgradeOfAnotherRevision(String revision) throws IOException {
		try (Attacker attacker = this.target.attacker(); Attacker upgrading = this.target.attacker()) {
			String session = attacker.openPolling();
			String upgrade = session.replace("transport=polling", "transport=websocket").replace("EIO=4&", revision);
			assertThat(upgrading.upgrade(upgrade)).startsWith("HTTP/1.1 400");
			assertThat(attacker.post(session, "40")).endsWith("ok");
		}
	}

	@Test
	void attack15PipelinedRequests() throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			String session = attacker.openPolling();
			attacker.post(session, "40");
			attacker.get(session);
			attacker.write(Attacker.head("GET", session, 0).repeat(50));
			assertThat(attacker.isAtEnd()).isTrue();
		}
		assertThat(this.target.reached(Limit.PIPELINED_REQUEST)).isOne();
	}

	@Test
	void attack16CompressedBody() throws IOException {
		ByteArrayOutputStream bomb = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
			gzip.write(new byte[5_000_000]);
		}
		try (Attacker attacker = this.target.attacker()) {
			String session = attacker.openPolling();
			assertThat(attacker.post(session, bomb.toString(StandardCharsets.ISO_8859_1).substring(0, 100),
					"Content-Encoding: gzip"))
				.startsWith("HTTP/1.1 400");
		}
		this.target.awaitSessions(0);
	}

	@Test
	void attack17ManyHeaders() throws IOException {
		List<String> headers = new ArrayList<>();
		for (int i = 0; i < 101; i++) {
			headers.add("X-" + i + ": a");
		}
		try (Attacker attacker = this.target.attacker()) {
			assertThat(attacker.upgrade(Attacker.WEB_SOCKET, headers.toArray(String[]::new)))
				.startsWith("HTTP/1.1 431");
		}
		try (Attacker attacker = this.target.attacker()) {
			assertThat(attacker.upgrade(Attacker.WEB_SOCKET, "X: " + "a".repeat(20_000))).startsWith("HTTP/1.1 431");
		}
		assertThat(this.target.reached(Limit.HEADERS)).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Sec-WebSocket-Protocol: ", "Sec-WebSocket-Extensions: ", "Connection: ",
			"Origin: http://", "X-Forwarded-For: " })
	void attack18HeaderThatIsDearToParse(String header) throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			assertThat(attacker.upgrade(Attacker.WEB_SOCKET, header + "a , ;=\" \t,".repeat(1_200) + "x"))
				.startsWith("HTTP/1.1 ");
		}
		this.target.assertServesOthers();
	}

	@Test
	void attack31HeadersThatComeSlowly() throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			attacker.write("GET /socket.io/ HTTP/1.1\r\nHost: a\r\nX: ");
			assertThat(attacker.isAtEnd()).isTrue();
		}
		assertThat(this.target.reached(Limit.REQUEST_TIME)).isOne();
	}

	@Test
	void attack31BodyThatComesSlowly() throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			String session = attacker.openPolling();
			attacker.write(Attacker.head("POST", session, 100) + "4");
			assertThat(attacker.response()).startsWith("HTTP/1.1 408");
		}
		this.target.awaitSessions(0);
	}

	@Test
	void attack31SessionsThatNeverConnect() throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			for (int i = 0; i < 5; i++) {
				attacker.openPolling("X-Forwarded-For: 203.0.113.1");
			}
			assertThat(attacker.get(Attacker.POLLING, "X-Forwarded-For: 203.0.113.1")).startsWith("HTTP/1.1 429");
			attacker.openPolling("X-Forwarded-For: 203.0.113.2");
		}
		this.target.awaitSessions(0);
		assertThat(this.target.reached(Limit.CONNECT_TIME)).isEqualTo(6);
		assertThat(this.target.reached(Limit.ADDRESS_HALF_OPEN_SESSIONS)).isOne();
	}

	@Test
	void attack36OverlappingRequests() throws IOException {
		try (Attacker attacker = this.target.attacker(); Attacker overlapping = this.target.attacker()) {
			String session = attacker.openPolling();
			attacker.write(Attacker.head("POST", session, 2, "Expect: 100-continue"));
			assertThat(attacker.readHead()).startsWith("HTTP/1.1 100");
			assertThat(overlapping.post(session, "40")).startsWith("HTTP/1.1 400");
		}
		this.target.awaitSessions(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/socket.io/../../etc/passwd", "/socket.io/..%2f..%2fetc%2fpasswd",
			"/socket.io/socket.io.js/../../pom.xml", "/socket.io/%2e%2e/x", "/socket.io//etc/passwd",
			"/socket.io/META-INF/MANIFEST.MF", "/socket.io/application.properties" })
	void attack37FileOfTheServer(String path) throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			assertThat(attacker.get(path)).startsWith("HTTP/1.1 404");
		}
	}

	@Test
	void attack39AddressThatIsMadeUp() throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			String session = attacker.openPolling("X-Forwarded-For: 6.6.6.6, 203.0.113.1");
			attacker.post(session, "40");
			attacker.get(session);
			assertThat(this.target.sockets.element().handshake().address()).isEqualTo("203.0.113.1");
		}
	}

	@Test
	void attack39AddressOfAClientThatIsNoProxy() throws IOException {
		try (Attacker attacker = Attacker.from("127.0.0.5", this.target.server().port())) {
			String session = attacker.openPolling("X-Forwarded-For: 203.0.113.1", "X-Forwarded-User: admin",
					"Forwarded: for=203.0.113.1");
			attacker.post(session, "40");
			attacker.get(session);
			Handshake handshake = this.target.sockets.element().handshake();
			assertThat(handshake.address()).isEqualTo("127.0.0.5");
			assertThat(handshake.headers()).doesNotContainKeys("x-forwarded-for", "x-forwarded-user", "forwarded");
		}
	}

}
