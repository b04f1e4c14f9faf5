package io.distributor.engine.server;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests of origins on a real server.
 */
class CorsTests {

	private static final String HANDSHAKE = "GET /engine.io/?EIO=4&transport=polling";

	private EchoServer echo = new EchoServer();

	@AfterEach
	void stop() {
		this.echo.close();
	}

	@ParameterizedTest
	@CsvSource({ "http://chat.example,chat.example", "https://chat.example,chat.example",
			"https://chat.example,chat.example:443", "http://chat.example:8080,chat.example:8080",
			"http://CHAT.example,chat.example" })
	void letsPagesOfTheSameOriginThrough(String origin, String host) throws Exception {
		assertThat(request(HANDSHAKE, host, "Origin: " + origin)).startsWith("HTTP/1.1 200")
			.doesNotContain("access-control");
	}

	@Test
	void letsClientsWithoutAnOriginThrough() throws Exception {
		assertThat(request(HANDSHAKE, "chat.example")).startsWith("HTTP/1.1 200");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://evil.example", "null", "http://chat.example:8080", "http://chat.example.evil" })
	void refusesOtherOrigins(String origin) throws Exception {
		assertThat(request(HANDSHAKE, "chat.example", "Origin: " + origin)).startsWith("HTTP/1.1 403")
			.endsWith("{\"code\":4,\"message\":\"Forbidden\"}")
			.doesNotContain("access-control");
	}

	@Test
	void refusesAWebSocketOfAnotherOrigin() throws Exception {
		assertThat(request("GET /engine.io/?EIO=4&transport=websocket", "chat.example", "Origin: http://evil.example",
				"Connection: upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
				"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="))
			.startsWith("HTTP/1.1 403");
	}

	@Test
	void letsListedOriginsThroughAndTellsTheBrowser() throws Exception {
		restart(new CorsOptions(Set.of("https://page.example"), true, Set.of(), Duration.ofMinutes(5)));
		assertThat(request(HANDSHAKE, "chat.example", "Origin: https://page.example")).startsWith("HTTP/1.1 200")
			.contains("access-control-allow-origin: https://page.example\r\n")
			.contains("access-control-allow-credentials: true\r\n")
			.contains("vary: origin\r\n");
		assertThat(request(HANDSHAKE, "chat.example", "Origin: https://other.example")).startsWith("HTTP/1.1 403")
			.doesNotContain("access-control-allow-origin");
	}

	@Test
	void answersAPreflightRequest() throws Exception {
		restart(new CorsOptions(Set.of("https://page.example"), false, Set.of("x-token"), Duration.ofMinutes(5)));
		assertThat(
				request("OPTIONS /engine.io/?EIO=4&transport=polling", "chat.example", "Origin: https://page.example",
						"Access-Control-Request-Method: POST", "Access-Control-Request-Headers: x-token"))
			.startsWith("HTTP/1.1 204")
			.contains("access-control-allow-origin: https://page.example\r\n")
			.contains("access-control-allow-methods: GET,POST\r\n")
			.contains("access-control-allow-headers: x-token\r\n")
			.contains("access-control-max-age: 300\r\n")
			.doesNotContain("credentials");
	}

	@Test
	void letsAllOriginsThroughWithAStar() throws Exception {
		restart(new CorsOptions(Set.of("*"), false, Set.of(), Duration.ofMinutes(5)));
		assertThat(request(HANDSHAKE, "chat.example", "Origin: https://page.example")).startsWith("HTTP/1.1 200")
			.contains("access-control-allow-origin: *\r\n");
	}

	@Test
	void tellsAPageThatIsNotAllowedNothing() throws Exception {
		restart(new CorsOptions(Set.of("https://page.example"), true, Set.of("*"), Duration.ofMinutes(5)));
		assertThat(
				request("OPTIONS /engine.io/?EIO=4&transport=polling", "chat.example", "Origin: https://evil.example",
						"Access-Control-Request-Method: POST", "Access-Control-Request-Headers: x-token"))
			.startsWith("HTTP/1.1 403")
			.doesNotContain("access-control");
	}

	@Test
	void allowsNoHeadersUnlessConfigured() throws Exception {
		restart(new CorsOptions(Set.of("https://page.example"), true, Set.of(), Duration.ofMinutes(5)));
		String preflight = "OPTIONS /engine.io/?EIO=4&transport=polling";
		String[] headers = { "Origin: https://page.example", "Access-Control-Request-Headers: x-token" };
		assertThat(request(preflight, "chat.example", headers)).startsWith("HTTP/1.1 204")
			.doesNotContain("allow-headers");
		restart(new CorsOptions(Set.of("https://page.example"), true, Set.of("*"), Duration.ofMinutes(5)));
		assertThat(request(preflight, "chat.example", headers)).contains("access-control-allow-headers: x-token\r\n");
	}

	@ParameterizedTest
	@CsvSource({ "https://a.page.example,200", "https://a.b.page.example,200", "HTTPS://A.PAGE.EXAMPLE,200",
			"https://page.example,403", "http://a.page.example,403", "https://a.page.example:8443,403",
			"https://evil.example/.page.example,403", "https://evil.example:1.page.example,403",
			"https://user@a.page.example,403", "https://apage.example,403", "https://.page.example.evil,403",
			"null,403" })
	void letsOriginsBelowADomainThrough(String origin, int status) throws Exception {
		restart(new CorsOptions(Set.of("https://*.page.example"), true, Set.of(), Duration.ofMinutes(5)));
		String response = request(HANDSHAKE, "chat.example", "Origin: " + origin);
		assertThat(response).startsWith("HTTP/1.1 " + status);
		assertThat(response.contains("access-control-allow-origin: " + origin + "\r\n")).isEqualTo(status == 200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "page.example", "https://", "https://page.example/", "https://*", "https://a.*.example",
			"https://*.*.example", "*.page.example", "**" })
	void refusesWhatIsNoOrigin(String origin) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new CorsOptions(Set.of(origin), false, Set.of(), Duration.ZERO))
			.withMessageContaining("expected: like https://example.com");
	}

	@Test
	void refusesAStarWithCredentials() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new CorsOptions(Set.of("*"), true, Set.of(), Duration.ZERO))
			.withMessageContaining("expected: a list of origins");
	}

	private void restart(CorsOptions cors) {
		this.echo.close();
		this.echo = new EchoServer(EchoServer.options().cors(cors));
	}

	private String request(String line, String host, String... headers) throws Exception {
		try (RawClient client = new RawClient(this.echo.server)) {
			String more = List.of(headers).isEmpty() ? "" : String.join("\r\n", headers) + "\r\n";
			client.write(line + " HTTP/1.1\r\nHost: " + host + "\r\n" + more + "\r\n");
			return client.response();
		}
	}

}
