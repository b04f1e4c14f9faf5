package io.distributor.engine.server;

import java.time.Duration;

import io.distributor.engine.session.CloseReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of pings and missing pongs.
 */
class HeartbeatTests {

	private final EchoServer echo = new EchoServer(
			EchoServer.options().pingInterval(Duration.ofMillis(100)).pingTimeout(Duration.ofMillis(150)));

	@AfterEach
	void stop() {
		this.echo.close();
	}

	@Test
	void pingsAPollingClientAgainAndAgain() throws Exception {
		String query = this.echo.openPolling();
		for (int i = 0; i < 5; i++) {
			assertThat(this.echo.get(query).body()).isEqualTo("2");
			assertThat(this.echo.post(query, "3").body()).isEqualTo("ok");
		}
		assertThat(this.echo.closed).isEmpty();
	}

	@Test
	void pingsAWebSocketAgainAndAgain() throws Exception {
		TestWebSocket webSocket = this.echo.openWebSocket();
		webSocket.next();
		for (int i = 0; i < 5; i++) {
			assertThat(webSocket.next()).isEqualTo("2");
			webSocket.send("3");
		}
		assertThat(this.echo.closed).isEmpty();
	}

	@Test
	void closesAWebSocketThatDoesNotAnswer() throws Exception {
		TestWebSocket webSocket = this.echo.openWebSocket();
		assertThat(webSocket.closeCode()).isEqualTo(1008);
		this.echo.awaitClosed("PING_TIMEOUT: null");
		assertThat(this.echo.server.statistics().closedSessions(CloseReason.PING_TIMEOUT)).isEqualTo(1);
	}

	@Test
	void closesAPollingSessionThatDoesNotAnswer() throws Exception {
		String query = this.echo.openPolling();
		this.echo.awaitClosed("PING_TIMEOUT: null");
		assertThat(this.echo.get(query).body()).contains("Session ID unknown");
	}

	@Test
	void endsThePollOfASessionThatDoesNotAnswer() throws Exception {
		String query = this.echo.openPolling();
		assertThat(this.echo.get(query).body()).isEqualTo("2");
		assertThat(this.echo.get(query).body()).isEqualTo("1");
	}

	@Test
	void takesAnyPacketForASignOfLife() throws Exception {
		TestWebSocket webSocket = this.echo.openWebSocket();
		webSocket.next();
		long end = System.nanoTime() + Duration.ofMillis(700).toNanos();
		while (System.nanoTime() < end) {
			webSocket.send("4busy");
			webSocket.next();
		}
		assertThat(this.echo.closed).isEmpty();
	}

	@Test
	void doesNotMissAPongItDidNotRead() throws Exception {
		TestWebSocket webSocket = this.echo.openWebSocket();
		webSocket.next();
		this.echo.session().executor().submit(() -> this.echo.session().pauseReading()).sync();
		assertThat(webSocket.next()).isEqualTo("2");
		webSocket.send("3");
		await().during(Duration.ofMillis(500)).untilAsserted(() -> assertThat(this.echo.closed).isEmpty());
		this.echo.session().executor().submit(() -> this.echo.session().resumeReading()).sync();
		assertThat(webSocket.next()).isEqualTo("2");
	}

}
