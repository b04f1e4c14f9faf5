package io.distributor.engine.server;

import java.time.Duration;

import io.distributor.engine.limit.Limit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of connections that speak HTTP too slowly, or not at all.
 */
class HttpTimeoutTests {

	private final EchoServer echo = new EchoServer(EchoServer.options()
		.http((http) -> http.requestTimeout(Duration.ofMillis(500)).idleTimeout(Duration.ofMillis(800))));

	@AfterEach
	void stop() {
		this.echo.close();
	}

	@Test
	void closesAConnectionThatSendsNothing() throws Exception {
		try (RawClient client = new RawClient(this.echo.server)) {
			assertThat(client.isAtEnd()).isTrue();
		}
		assertThat(this.echo.server.statistics().reached(Limit.REQUEST_TIME)).isOne();
	}

	@Test
	void closesAConnectionThatIsIdleTooLong() throws Exception {
		try (RawClient client = new RawClient(this.echo.server)) {
			client.get("?EIO=4");
			client.response();
			assertThat(client.isAtEnd()).isTrue();
		}
	}

	@Test
	void closesTheSessionWhenABodyDoesNotArriveInTime() throws Exception {
		String query = this.echo.openPolling();
		try (RawClient client = new RawClient(this.echo.server)) {
			client.write("POST /engine.io/" + query + " HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n4a");
			assertThat(client.response()).startsWith("HTTP/1.1 408");
		}
		this.echo.awaitClosed("TRANSPORT_ERROR: data request connection closed prematurely");
	}

	@Test
	void leavesAWaitingPollAlone() throws Exception {
		String query = this.echo.openPolling();
		try (RawClient client = new RawClient(this.echo.server)) {
			client.get(query);
			await().during(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(this.echo.closed).isEmpty());
			this.echo.post(query, "4after a while");
			assertThat(client.response()).endsWith("4after a while");
		}
	}

}
