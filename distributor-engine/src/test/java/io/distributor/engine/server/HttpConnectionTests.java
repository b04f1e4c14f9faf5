package io.distributor.engine.server;

import io.distributor.engine.limit.Limit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of connections that speak HTTP, well or badly.
 */
class HttpConnectionTests {

	private final EchoServer echo = new EchoServer(EchoServer.options()
		.maxPayload(1000)
		.maxPacketsPerPayload(10)
		.http((http) -> http.maxHeaders(20).maxHeaderBytes(4000)));

	private RawClient client;

	@BeforeEach
	void connect() throws Exception {
		this.client = new RawClient(this.echo.server);
	}

	@AfterEach
	void stop() throws Exception {
		this.client.close();
		this.echo.close();
	}

	@Test
	void answersRequestsOneAfterAnotherOnOneConnection() throws Exception {
		String query = this.echo.openPolling();
		for (int i = 0; i < 3; i++) {
			post(query, "4hello " + i);
			assertThat(this.client.response()).startsWith("HTTP/1.1 200").endsWith("\r\n\r\nok");
			this.client.get(query);
			assertThat(this.client.response()).endsWith("\r\n\r\n4hello " + i);
		}
		this.client.get("?EIO=4");
		assertThat(this.client.response()).startsWith("HTTP/1.1 400").doesNotContain("connection: close");
		this.client.get(query.replace("polling", "none"));
		assertThat(this.client.response()).startsWith("HTTP/1.1 400");
	}

	@Test
	void readsABodyInChunksAndInPieces() throws Exception {
		String query = this.echo.openPolling();
		this.client.write("POST /engine.io/" + query + " HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
		for (String piece : new String[] { "2\r\n4h", "\r\n", "3\r\nell\r\n1\r", "\no\r\n0\r\n\r\n" }) {
			this.client.write(piece);
		}
		assertThat(this.client.response()).endsWith("\r\n\r\nok");
		assertThat(this.echo.received).containsExactly("hello");
	}

	@Test
	void refusesARequestSentBeforeTheAnswerToTheLastOne() throws Exception {
		String query = this.echo.openPolling();
		this.client.get(query);
		post(query, "4never read");
		await().until(() -> this.echo.server.statistics().reached(Limit.PIPELINED_REQUEST) == 1);
		this.echo.post(query, "4other connection");
		assertThat(this.client.response()).startsWith("HTTP/1.1 200").endsWith("4other connection");
		assertThat(this.client.response()).startsWith("HTTP/1.1 400");
		assertThat(this.client.isAtEnd()).isTrue();
		assertThat(this.echo.received).containsExactly("other connection");
	}

	@Test
	void refusesABodyLargerThanMaxPayloadByItsLength() throws Exception {
		String query = this.echo.openPolling();
		this.client.write("POST /engine.io/" + query + " HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n");
		assertThat(this.client.response()).startsWith("HTTP/1.1 413").contains("connection: close");
		this.echo.awaitClosed("PAYLOAD_TOO_LARGE: body of a POST request");
	}

	@Test
	void refusesABodyLargerThanMaxPayloadInChunks() throws Exception {
		String query = this.echo.openPolling();
		this.client.write("POST /engine.io/" + query + " HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
		for (int i = 0; i < 3; i++) {
			this.client.write("190\r\n" + "4".repeat(400) + "\r\n");
		}
		assertThat(this.client.response()).startsWith("HTTP/1.1 413");
		this.client.write("0\r\n\r\n");
		assertThat(this.client.isAtEnd()).isTrue();
	}

	@Test
	void takesABodyOfExactlyMaxPayload() throws Exception {
		String query = this.echo.openPolling();
		assertThat(this.echo.post(query, "4".repeat(1000)).statusCode()).isEqualTo(200);
		assertThat(this.echo.post(query, "4".repeat(1001)).statusCode()).isEqualTo(413);
	}

	@Test
	void refusesMorePacketsInAPayloadThanAllowed() throws Exception {
		String query = this.echo.openPolling();
		assertThat(this.echo.post(query, "4a" + "\u001e4a".repeat(10)).statusCode()).isEqualTo(400);
	}

	@Test
	void asksForABodyOnlyIfItWantsIt() throws Exception {
		String query = this.echo.openPolling();
		String head = "POST /engine.io/" + query + " HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: ";
		this.client.write(head + "2\r\n\r\n");
		assertThat(this.client.head()).startsWith("HTTP/1.1 100");
		this.client.write("4a");
		assertThat(this.client.response()).endsWith("ok");
		this.client.write(head + "2000\r\n\r\n");
		assertThat(this.client.response()).startsWith("HTTP/1.1 413");
	}

	@Test
	void decompressesNoBody() throws Exception {
		String query = this.echo.openPolling();
		this.client.write("POST /engine.io/" + query
				+ " HTTP/1.1\r\nHost: a\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n4a");
		assertThat(this.client.response()).startsWith("HTTP/1.1 400");
		this.echo.awaitClosed("TRANSPORT_ERROR: content encoding of a POST request");
	}

	@Test
	void countsWhatItRefuses() throws Exception {
		this.client.write("GET /engine.io/ HTTP/1.1\r\n" + "X: y\r\n".repeat(21) + "\r\n");
		this.client.response();
		assertThat(this.echo.server.statistics().reached(Limit.HEADERS)).isOne();
		String query = this.echo.openPolling();
		assertThat(this.echo.post(query, "4".repeat(1001)).statusCode()).isEqualTo(413);
		assertThat(this.echo.server.statistics().reached(Limit.PAYLOAD)).isOne();
		query = this.echo.openPolling();
		this.echo.post(query, "4a" + "\u001e4a".repeat(10));
		assertThat(this.echo.server.statistics().reached(Limit.PAYLOAD_PACKETS)).isOne();
		assertThat(this.echo.server.statistics().reached(Limit.REQUEST_TIME)).isZero();
	}

	@Test
	void refusesTooManyHeaders() throws Exception {
		this.client.write("GET /engine.io/ HTTP/1.1\r\n" + "X: y\r\n".repeat(21) + "\r\n");
		assertThat(this.client.response()).startsWith("HTTP/1.1 431");
		assertThat(this.client.isAtEnd()).isTrue();
	}

	@Test
	void refusesTooLongHeaders() throws Exception {
		this.client.write("GET /engine.io/ HTTP/1.1\r\nX: " + "y".repeat(4000) + "\r\n\r\n");
		assertThat(this.client.response()).startsWith("HTTP/1.1 431");
	}

	@Test
	void refusesATooLongTarget() throws Exception {
		this.client.write("GET /engine.io/?" + "y".repeat(4000) + " HTTP/1.1\r\n\r\n");
		assertThat(this.client.response()).startsWith("HTTP/1.1 414");
	}

	@Test
	void refusesWhatIsNotHttp() throws Exception {
		this.client.write("hello\r\n\r\n");
		assertThat(this.client.response()).startsWith("HTTP/1.1 400");
		assertThat(this.client.isAtEnd()).isTrue();
	}

	@Test
	void refusesAMalformedTarget() throws Exception {
		this.client.write("GET /engine.io/?transport=%zz HTTP/1.1\r\nHost: a\r\n\r\n");
		assertThat(this.client.response()).startsWith("HTTP/1.1 400");
	}

	@Test
	void closesTheSessionWhenAPollIsCancelled() throws Exception {
		String query = this.echo.openPolling();
		this.client.get(query);
		this.echo.post(query, "4x");
		this.client.response();
		this.client.get(query);
		this.client.close();
		this.echo.awaitClosed("TRANSPORT_ERROR: poll connection closed prematurely");
		assertThat(this.echo.get(query).statusCode()).isEqualTo(400);
	}

	@Test
	void closesTheSessionWhenAPostIsCancelled() throws Exception {
		String query = this.echo.openPolling();
		this.client.write("POST /engine.io/" + query + " HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n4a");
		this.client.close();
		this.echo.awaitClosed("TRANSPORT_ERROR: data request connection closed prematurely");
	}

	private void post(String query, String body) throws Exception {
		this.client.write("POST /engine.io/" + query + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + body.length()
				+ "\r\n\r\n" + body);
	}

}
