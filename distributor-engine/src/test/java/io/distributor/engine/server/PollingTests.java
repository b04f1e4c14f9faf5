package io.distributor.engine.server;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of HTTP long-polling on a real server.
 */
class PollingTests {

	private final EchoServer echo = new EchoServer();

	@AfterEach
	void stop() {
		this.echo.close();
	}

	@Test
	void opensASession() throws Exception {
		HttpResponse<String> response = this.echo.get("?EIO=4&transport=polling");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("content-type")).hasValue("text/plain; charset=UTF-8");
		assertThat(response.body()).matches("0\\{\"sid\":\"[A-Za-z0-9_-]{24}\",\"upgrades\":\\[\"websocket\"],"
				+ "\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}");
	}

	@Test
	void echoesText() throws Exception {
		String query = this.echo.openPolling();
		HttpResponse<String> posted = this.echo.post(query, "4hello");
		assertThat(posted.statusCode()).isEqualTo(200);
		assertThat(posted.body()).isEqualTo("ok");
		assertThat(this.echo.get(query).body()).isEqualTo("4hello");
	}

	@Test
	void echoesSeveralPacketsAndBinary() throws Exception {
		String query = this.echo.openPolling();
		this.echo.post(query, "4€\u001ebAQIDBA==\u001e4");
		assertThat(this.echo.get(query).body()).isEqualTo("4€\u001ebAQIDBA==\u001e4");
	}

	@Test
	void answersAPollWhenThereIsSomethingToSend() throws Exception {
		String query = this.echo.openPolling();
		CompletableFuture<HttpResponse<String>> poll = this.echo.poll(query);
		this.echo.post(query, "4later");
		assertThat(poll.get(5, TimeUnit.SECONDS).body()).isEqualTo("4later");
	}

	@Test
	void closesTheSessionOnOverlappingPolls() throws Exception {
		String query = this.echo.openPolling();
		CompletableFuture<HttpResponse<String>> first = this.echo.getLater(query);
		CompletableFuture<HttpResponse<String>> second = this.echo.getLater(query);
		CompletableFuture.allOf(first, second).get(5, TimeUnit.SECONDS);
		assertThat(new int[] { first.join().statusCode(), second.join().statusCode() }).containsExactlyInAnyOrder(200,
				400);
		assertThat(((first.join().statusCode() == 200) ? first : second).join().body()).isEqualTo("1");
		assertThat(this.echo.get(query).body()).isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
		this.echo.awaitClosed("TRANSPORT_ERROR: overlap from client");
	}

	@Test
	void closesTheSessionWhenTheClientSaysSo() throws Exception {
		String query = this.echo.openPolling();
		CompletableFuture<HttpResponse<String>> poll = this.echo.poll(query);
		assertThat(this.echo.post(query, "1").body()).isEqualTo("ok");
		assertThat(poll.get(5, TimeUnit.SECONDS).body()).isEqualTo("6");
		assertThat(this.echo.get(query).statusCode()).isEqualTo(400);
		this.echo.awaitClosed("TRANSPORT_CLOSE: null");
	}

	@Test
	void closesTheSessionOnAMalformedPayload() throws Exception {
		String query = this.echo.openPolling();
		assertThat(this.echo.post(query, "abc").statusCode()).isEqualTo(400);
		assertThat(this.echo.get(query).statusCode()).isEqualTo(400);
		this.echo.awaitClosed("PARSE_ERROR");
	}

}
