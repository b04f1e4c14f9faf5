package io.distributor.tests.conformance;

import io.distributor.engine.session.CloseReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Engine.IO 4: "Heartbeat".
 */
class EngineIo4HeartbeatTests {

	private EngineEcho echo;

	private Endpoint endpoint;

	@BeforeEach
	void start() {
		this.echo = EngineEcho.start((options) -> options);
		this.endpoint = this.echo.endpoint();
	}

	@AfterEach
	void stop() {
		this.echo.close();
	}

	@Test
	void pingsAClientOnPolling() {
		String target = this.endpoint.openPolling();
		assertThat(this.endpoint.get(target).text()).isEqualTo("2");
	}

	@Test
	void pingsAClientOnAWebSocket() {
		try (RawWebSocket webSocket = this.endpoint.openWebSocket()) {
			assertThat(webSocket.next()).isEqualTo("2");
		}
	}

	@Test
	void pingsAgainAfterAPong() {
		try (RawWebSocket webSocket = this.endpoint.openWebSocket()) {
			for (int i = 0; i < 3; i++) {
				assertThat(webSocket.next()).isEqualTo("2");
				webSocket.sendText("3");
			}
			assertThat(this.echo.closed()).isEmpty();
		}
	}

	@Test
	void interleavesHeartbeatsAndBinary() {
		try (RawWebSocket webSocket = this.endpoint.openWebSocket()) {
			for (int i = 0; i < 3; i++) {
				webSocket.sendBinary(i);
				assertThat(webSocket.nextBinary()).containsExactly(i);
				assertThat(webSocket.next()).isEqualTo("2");
				webSocket.sendText("3");
			}
		}
	}

	@Test
	void closesASessionOnPollingThatDoesNotAnswer() {
		String target = this.endpoint.openPolling();
		awaitPingTimeout();
		EngineIo4HandshakeTests.assertRefused(this.endpoint.get(target), 1, "Session ID unknown");
	}

	@Test
	void endsThePollOfASessionThatDoesNotAnswer() {
		String target = this.endpoint.openPolling();
		assertThat(this.endpoint.get(target).text()).isEqualTo("2");
		assertThat(this.endpoint.get(target).text()).isEqualTo("1");
		awaitPingTimeout();
	}

	@Test
	void closesASessionOnAWebSocketThatDoesNotAnswer() {
		try (RawWebSocket webSocket = this.endpoint.openWebSocket()) {
			assertThat(webSocket.closeCode()).isEqualTo(1008);
		}
		awaitPingTimeout();
	}

	@Test
	void pingsAfterAnUpgrade() {
		try (RawWebSocket webSocket = this.endpoint.probe(this.endpoint.openPolling()).sendText("5")) {
			assertThat(webSocket.next()).isEqualTo("2");
			webSocket.sendText("3");
			assertThat(webSocket.next()).isEqualTo("2");
			assertThat(webSocket.closeCode()).isEqualTo(1008);
		}
		awaitPingTimeout();
	}

	private void awaitPingTimeout() {
		await().untilAsserted(() -> assertThat(this.echo.closed()).singleElement()
			.asString()
			.startsWith(CloseReason.PING_TIMEOUT.name()));
	}

}
