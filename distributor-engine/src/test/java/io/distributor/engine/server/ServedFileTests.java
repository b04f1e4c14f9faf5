package io.distributor.engine.server;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import io.distributor.engine.limit.Limit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of files that are given beside the protocol.
 */
class ServedFileTests {

	private static final String TYPE = "application/javascript; charset=utf-8";

	private static final String CONTENT = "const io = 1;";

	/** More than the buffers of the system take for a client that does not read. */
	private static final int LARGE = 64 * 1024 * 1024;

	private final ServedFile file = new ServedFile(TYPE, CONTENT.getBytes(StandardCharsets.UTF_8));

	private final EchoServer echo = new EchoServer(EchoServer.options()
		.files(Map.of("io.js", this.file, "large", new ServedFile(TYPE, new byte[LARGE]))::get)
		.http((http) -> http.idleTimeout(Duration.ofSeconds(1)))
		.cors(new CorsOptions(Set.of("https://example.com"), false, Set.of(), CorsOptions.SAME_ORIGIN.maxAge())));

	@AfterEach
	void stop() {
		this.echo.close();
	}

	@Test
	void givesAFileWithItsTypeAndItsTag() throws Exception {
		HttpResponse<String> response = send(request("/engine.io/io.js"));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo(CONTENT);
		assertThat(response.headers().allValues("content-type")).containsExactly(TYPE);
		assertThat(response.headers().allValues("etag")).containsExactly(this.file.etag());
		assertThat(response.headers().allValues("cache-control")).containsExactly("public, max-age=0");
		assertThat(response.headers().allValues("x-content-type-options")).containsExactly("nosniff");
	}

	@Test
	void tellsTheLengthWithoutTheFileToHead() throws Exception {
		try (RawClient client = new RawClient(this.echo.server)) {
			client.write("HEAD /engine.io/io.js HTTP/1.1\r\nHost: a\r\n\r\n");
			assertThat(client.head()).startsWith("HTTP/1.1 200")
				.containsIgnoringCase("content-length: " + CONTENT.length())
				.contains(this.file.etag());
			client.write("GET /engine.io/io.js HTTP/1.1\r\nHost: a\r\n\r\n");
			assertThat(client.response()).as("nothing between the two heads").startsWith("HTTP/1.1 200");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "%s", "W/%s", "\"other\", %s", "*" })
	void doesNotSendWhatTheClientHas(String condition) throws Exception {
		HttpResponse<String> response = send(
				request("/engine.io/io.js").header("If-None-Match", condition.formatted(this.file.etag())));
		assertThat(response.statusCode()).isEqualTo(304);
		assertThat(response.body()).isEmpty();
		assertThat(response.headers().allValues("etag")).containsExactly(this.file.etag());
		assertThat(response.headers().firstValue("content-length")).isEmpty();
	}

	@Test
	void sendsAFileThatHasChanged() throws Exception {
		assertThat(send(request("/engine.io/io.js").header("If-None-Match", "\"other\"")).statusCode()).isEqualTo(200);
		ServedFile changed = new ServedFile(TYPE, "const io = 2;".getBytes(StandardCharsets.UTF_8));
		assertThat(changed.etag()).isNotEqualTo(this.file.etag());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/engine.io/io.jsx", "/engine.io/IO.js", "/engine.io/io.js/", "/engine.io/a/../io.js",
			"/engine.io//io.js", "/engine.io/..%2fengine.io%2fio.js", "/io.js", "/engine.ioio.js" })
	void knowsExactNamesOnly(String path) throws Exception {
		try (RawClient client = new RawClient(this.echo.server)) {
			client.write("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n");
			assertThat(client.response()).startsWith("HTTP/1.1 404");
		}
	}

	@Test
	void takesNothingForAFile() throws Exception {
		HttpRequest.Builder post = request("/engine.io/io.js").POST(HttpRequest.BodyPublishers.ofString("4a"));
		assertThat(send(post).statusCode()).isEqualTo(404);
		assertThat(this.echo.openPolling()).as("the server goes on").isNotEmpty();
	}

	@Test
	void letsPagesReadAFileThatMayConnect() throws Exception {
		assertThat(send(request("/engine.io/io.js").header("Origin", "https://example.com")).headers()
			.firstValue("access-control-allow-origin")).hasValue("https://example.com");
		assertThat(send(request("/engine.io/io.js").header("Origin", "https://other.example")).headers()
			.firstValue("access-control-allow-origin")).isEmpty();
	}

	@Test
	void takesNoRequestUntilTheLastAnswerIsWritten() throws Exception {
		try (RawClient client = new RawClient(this.echo.server)) {
			client.write("GET /engine.io/large HTTP/1.1\r\nHost: a\r\n\r\n".repeat(3));
			await().untilAsserted(
					() -> assertThat(this.echo.server.statistics().reached(Limit.PIPELINED_REQUEST)).isOne());
		}
	}

	@Test
	void closesAConnectionThatDoesNotReadItsAnswerInTime() throws Exception {
		try (RawClient client = new RawClient(this.echo.server)) {
			client.write("GET /engine.io/large HTTP/1.1\r\nHost: a\r\n\r\n");
			await().untilAsserted(() -> assertThat(this.echo.server.statistics().reached(Limit.REQUEST_TIME)).isOne());
		}
	}

	@Test
	void countsAnAnswerThatIsNotReadUntilItsConnectionIsGone() throws Exception {
		try (RawClient client = new RawClient(this.echo.server)) {
			client.write("GET /engine.io/large HTTP/1.1\r\nHost: a\r\n\r\n");
			await().untilAsserted(() -> assertThat(this.echo.server.statistics().unreadBytes()).isPositive());
		}
		await().untilAsserted(() -> assertThat(this.echo.server.statistics().unreadBytes()).isZero());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.echo.server.port() + path));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return this.echo.send(request.build());
	}

}
