package io.distributor.engine.server;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

import io.netty.handler.codec.http.cookie.CookieHeaderNames.SameSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests of what responses have beside what the protocol asks for.
 */
class ResponseTests {

	private static final String HANDSHAKE = "?EIO=4&transport=polling";

	private EchoServer echo = new EchoServer(EchoServer.options()
		.http((http) -> http.livenessPath("/health/live")
			.responseHeaders(Map.of("X-Content-Type-Options", "nosniff"))
			.cookie(new CookieOptions("io", "/", true, SameSite.Lax))));

	@AfterEach
	void stop() {
		this.echo.close();
	}

	@Test
	void givesTheCookieWithTheFirstResponseOfASessionOnly() throws Exception {
		HttpResponse<String> opened = this.echo.get(HANDSHAKE);
		String sid = EchoServer.sid(opened.body());
		assertThat(opened.headers().allValues("set-cookie"))
			.containsExactly("io=" + sid + "; Path=/; HTTPOnly; SameSite=Lax");
		assertThat(this.echo.post(HANDSHAKE + "&sid=" + sid, "4a").headers().allValues("set-cookie")).isEmpty();
		assertThat(this.echo.get("?EIO=4").headers().allValues("set-cookie")).isEmpty();
	}

	@Test
	void encryptsTheCookieOfOtherSites() {
		CookieOptions cookie = new CookieOptions("io", "/ws", false, SameSite.None);
		assertThat(cookie.header("abc", false)).isEqualTo("io=abc; Path=/ws; Secure; SameSite=None");
	}

	@Test
	void givesNoCookieUnlessAskedTo() throws Exception {
		restart(EchoServer.options());
		assertThat(this.echo.get(HANDSHAKE).headers().allValues("set-cookie")).isEmpty();
	}

	@Test
	void refusesACookieWithANameThatCannotBe() {
		assertThatIllegalArgumentException().isThrownBy(() -> new CookieOptions("a b", "/", true, SameSite.Lax));
		assertThatIllegalArgumentException().isThrownBy(() -> new CookieOptions("a", "/;x", true, SameSite.Lax));
	}

	@Test
	void addsTheConfiguredHeadersToEveryResponse() throws Exception {
		assertThat(this.echo.get(HANDSHAKE).headers().firstValue("x-content-type-options")).hasValue("nosniff");
		assertThat(this.echo.get("?EIO=9").headers().firstValue("x-content-type-options")).hasValue("nosniff");
		try (RawClient client = RawClient.webSocket(this.echo.server, "?EIO=4&transport=websocket")) {
			assertThat(client.head()).startsWith("HTTP/1.1 101").contains("X-Content-Type-Options: nosniff");
		}
		try (RawClient client = new RawClient(this.echo.server)) {
			client.write("hello\r\n\r\n");
			assertThat(client.response()).startsWith("HTTP/1.1 400").contains("X-Content-Type-Options: nosniff");
		}
	}

	@Test
	void refusesAHeaderThatWouldEndTheHead() {
		assertThatIllegalArgumentException().isThrownBy(
				() -> EchoServer.options().http((http) -> http.responseHeaders(Map.of("X-A", "b\r\nX-C: d"))).build());
	}

	@Test
	void saysThatItIsAliveUntilItLeaves() throws Exception {
		assertThat(liveness().statusCode()).isEqualTo(200);
		this.echo.server.drain();
		assertThat(liveness().statusCode()).isEqualTo(503);
	}

	@Test
	void hasNoLivenessPathUnlessAskedTo() throws Exception {
		restart(EchoServer.options());
		assertThat(liveness().statusCode()).isEqualTo(404);
	}

	private HttpResponse<String> liveness() throws Exception {
		return this.echo.send(HttpRequest.newBuilder(this.echo.uri("").resolve("/health/live")).build());
	}

	private void restart(EngineOptionsBuilder options) {
		this.echo.close();
		this.echo = new EchoServer(options);
	}

}
