package io.distributor.engine.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

import io.distributor.engine.compression.CompressionOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of compressed responses to polls.
 */
class PollCompressionTests {

	private static final String LONG = "4" + "some words again and again, ".repeat(100);

	private final ServedFile file = new ServedFile("text/javascript", new byte[5000]);

	private final EchoServer echo = new EchoServer(EchoServer.options()
		.allowRevision3(true)
		.compression(new CompressionOptions(false, true, 1024, 8_000_000))
		.files(Map.of("io.js", this.file)::get)
		.cors(new CorsOptions(Set.of("https://example.com"), false, Set.of(), CorsOptions.SAME_ORIGIN.maxAge())));

	@AfterEach
	void stop() {
		this.echo.close();
	}

	@Test
	void compressesForClientsThatTakeGzip() throws Exception {
		HttpResponse<byte[]> response = pollFor(LONG, "gzip, deflate, br");
		assertThat(response.headers().allValues("content-encoding")).containsExactly("gzip");
		assertThat(response.headers().firstValueAsLong("content-length")).hasValue(response.body().length);
		assertThat(response.headers().allValues("content-type")).containsExactly("text/plain; charset=UTF-8");
		assertThat(response.body()).hasSizeLessThan(200);
		assertThat(text(new GZIPInputStream(new ByteArrayInputStream(response.body())))).isEqualTo(LONG);
	}

	@Test
	void compressesForClientsThatTakeDeflate() throws Exception {
		HttpResponse<byte[]> response = pollFor(LONG, "gzip;q=0.5, deflate");
		assertThat(response.headers().allValues("content-encoding")).containsExactly("deflate");
		assertThat(text(new InflaterInputStream(new ByteArrayInputStream(response.body())))).isEqualTo(LONG);
	}

	@ParameterizedTest
	@ValueSource(strings = { "br", "identity", "gzip;q=0" })
	void sendsAsItIsWhatOthersAskFor(String accepted) throws Exception {
		HttpResponse<byte[]> response = pollFor(LONG, accepted);
		assertThat(response.headers().firstValue("content-encoding")).isEmpty();
		assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo(LONG);
	}

	@Test
	void sendsShortResponsesAsTheyAre() throws Exception {
		HttpResponse<byte[]> response = pollFor("4short", "gzip");
		assertThat(response.headers().firstValue("content-encoding")).isEmpty();
		assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("4short");
	}

	@Test
	void compressesAScriptOfJsonp() throws Exception {
		String query = "?EIO=3&transport=polling&j=0";
		String sid = EchoServer.sid(this.echo.get(query).body().replace("\\\"", "\""));
		this.echo.session(sid);
		this.echo.post("?EIO=3&transport=polling&sid=" + sid, LONG.length() + ":" + LONG);
		HttpResponse<byte[]> response = get(query + "&sid=" + sid, "gzip");
		assertThat(response.headers().allValues("content-encoding")).containsExactly("gzip");
		assertThat(text(new GZIPInputStream(new ByteArrayInputStream(response.body())))).startsWith("___eio[0](\"");
	}

	@Test
	void saysOnWhatAResponseDepends() throws Exception {
		assertThat(pollFor(LONG, "gzip").headers().allValues("vary")).containsExactlyInAnyOrder("accept-encoding",
				"origin");
		assertThat(pollFor("4short", "br").headers().allValues("vary")).contains("accept-encoding");
	}

	@Test
	void takesNoBodyThatIsCompressed() throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.echo.uri(this.echo.openPolling()))
			.header("Content-Encoding", "gzip")
			.POST(HttpRequest.BodyPublishers.ofString("4a"));
		assertThat(this.echo.send(request.build()).statusCode()).isEqualTo(400);
		this.echo.awaitClosed("TRANSPORT_ERROR");
	}

	@Test
	void givesFilesAsTheyAre() throws Exception {
		HttpResponse<byte[]> response = get("io.js", "gzip");
		assertThat(response.headers().firstValue("content-encoding")).isEmpty();
		assertThat(response.headers().allValues("etag")).containsExactly(this.file.etag());
		assertThat(response.body()).hasSize(5000);
	}

	@Test
	void compressesNothingUnlessToldTo() throws Exception {
		try (EchoServer plain = new EchoServer()) {
			String query = plain.openPolling();
			plain.post(query, LONG);
			HttpResponse<String> response = plain
				.send(HttpRequest.newBuilder(plain.uri(query)).header("Accept-Encoding", "gzip").build());
			assertThat(response.headers().firstValue("content-encoding")).isEmpty();
			assertThat(response.headers().firstValue("vary")).isEmpty();
			assertThat(response.body()).isEqualTo(LONG);
		}
	}

	private HttpResponse<byte[]> pollFor(String message, String accepted) throws Exception {
		String query = this.echo.openPolling();
		this.echo.post(query, message);
		return get(query, accepted);
	}

	private HttpResponse<byte[]> get(String query, String accepted) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(this.echo.uri(query))
			.header("Accept-Encoding", accepted)
			.header("Origin", "https://example.com")
			.build();
		return this.echo.http.send(request, HttpResponse.BodyHandlers.ofByteArray());
	}

	private static String text(InputStream decoded) throws IOException {
		return new String(decoded.readAllBytes(), StandardCharsets.UTF_8);
	}

}
