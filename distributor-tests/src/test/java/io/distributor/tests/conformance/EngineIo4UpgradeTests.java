package io.distributor.tests.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.EngineSession;
import io.distributor.engine.session.OutboundMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Engine.IO 4: "Upgrade".
 */
class EngineIo4UpgradeTests {

	private EngineEcho echo;

	private Endpoint endpoint;

	@BeforeEach
	void start() {
		this.echo = EngineEcho.startCalm();
		this.endpoint = this.echo.endpoint();
	}

	@AfterEach
	void stop() {
		this.echo.close();
	}

	@Test
	void upgradesAfterAProbe() {
		try (RawWebSocket webSocket = this.endpoint.probe(this.endpoint.openPolling())) {
			webSocket.sendText("5", "4hello");
			assertThat(webSocket.next()).isEqualTo("4hello");
			webSocket.sendBinary(1, 2);
			assertThat(webSocket.nextBinary()).containsExactly(1, 2);
		}
	}

	@Test
	void endsThePollThatWaitsWithANoop() {
		String target = this.endpoint.openPolling();
		try (RawConnection poll = this.endpoint.send("GET", target, "");
				RawWebSocket webSocket = this.endpoint.probe(target)) {
			assertThat(poll.receive().text()).isEqualTo("6");
			webSocket.sendText("5", "4up");
			assertThat(webSocket.next()).isEqualTo("4up");
		}
	}

	@Test
	void sendsOnTheWebSocketWhatWasNotPolled() {
		String target = this.endpoint.openPolling();
		this.endpoint.post(target, "4a\u001ebAQ==\u001e4b");
		try (RawWebSocket webSocket = this.endpoint.probe(target).sendText("5")) {
			assertThat(webSocket.next()).isEqualTo("4a");
			assertThat(webSocket.nextBinary()).containsExactly(1);
			assertThat(webSocket.next()).isEqualTo("4b");
		}
	}

	@Test
	void neitherLosesNorDoublesWhatIsSentDuringTheUpgrade() {
		List<String> expected = IntStream.range(0, 2_000).mapToObj((i) -> "4" + i).toList();
		for (int round = 0; round < 5; round++) {
			String target = this.endpoint.openPolling();
			try (RawConnection poll = this.endpoint.send("GET", target, "")) {
				sendNumbers(this.echo.session(target));
				try (RawWebSocket webSocket = this.endpoint.probe(target)) {
					List<String> got = new ArrayList<>(poll.receive().packets());
					webSocket.sendText("5");
					while (!got.contains("41999")) {
						got.add(webSocket.next());
					}
					got.remove("6");
					assertThat(got).isEqualTo(expected);
				}
			}
		}
	}

	private static void sendNumbers(EngineSession session) {
		for (int i = 0; i < 2_000; i++) {
			byte[] text = Integer.toString(i).getBytes();
			session.executor().execute(() -> session.send(new OutboundMessage(text, List.of(), false)));
		}
	}

	@Test
	void handlesPostsDuringTheUpgradeOnce() {
		String target = this.endpoint.openPolling();
		try (RawWebSocket webSocket = this.endpoint.probe(target)) {
			assertThat(this.endpoint.post(target, "4posted").text()).isEqualTo("ok");
			webSocket.sendText("5", "4sent");
			assertThat(webSocket.next()).isEqualTo("4posted");
			assertThat(webSocket.next()).isEqualTo("4sent");
		}
	}

	@Test
	void refusesPollsAndPostsAfterTheUpgrade() {
		String target = this.endpoint.openPolling();
		try (RawWebSocket webSocket = this.endpoint.probe(target).sendText("5", "4up")) {
			assertThat(webSocket.next()).isEqualTo("4up");
			EngineIo4HandshakeTests.assertRefused(this.endpoint.get(target), 3, "Bad request");
			EngineIo4HandshakeTests.assertRefused(this.endpoint.post(target, "4posted"), 3, "Bad request");
			webSocket.sendText("4still here");
			assertThat(webSocket.next()).isEqualTo("4still here");
		}
	}

	@Test
	void closesAFurtherWebSocketDuringAndAfterTheUpgrade() {
		String target = this.endpoint.openPolling();
		try (RawWebSocket webSocket = this.endpoint.probe(target);
				RawWebSocket during = this.endpoint.connectForUpgrade(target)) {
			assertThat(during.closeCode()).isEqualTo(1002);
			webSocket.sendText("5", "4up");
			assertThat(webSocket.next()).isEqualTo("4up");
			try (RawWebSocket after = this.endpoint.connectForUpgrade(target)) {
				assertThat(after.closeCode()).isEqualTo(1002);
			}
			webSocket.sendText("4still here");
			assertThat(webSocket.next()).isEqualTo("4still here");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "2", "2prob", "2probe ", "4probe", "3probe", "1", "0", "6", "x", "" })
	void closesAWebSocketThatDoesNotProbeAndStaysOnPolling(String packet) {
		String target = this.endpoint.openPolling();
		try (RawWebSocket webSocket = this.endpoint.connectForUpgrade(target).sendText(packet)) {
			assertThat(webSocket.closeCode()).isIn(1002, 1007);
		}
		this.endpoint.post(target, "4still here");
		assertThat(this.endpoint.get(target).text()).isEqualTo("4still here");
	}

	@Test
	void staysOnPollingWhenTheProbedWebSocketIsLost() {
		String target = this.endpoint.openPolling();
		this.endpoint.probe(target).close();
		this.endpoint.post(target, "4still here");
		assertThat(this.endpoint.get(target).text()).isEqualTo("4still here");
	}

	@Test
	void closesAWebSocketThatDoesNotUpgradeInTime() {
		try (EngineEcho quick = EngineEcho
			.start((options) -> options.upgradeTimeout(Duration.ofMillis(200)).pingInterval(Duration.ofSeconds(25)))) {
			String target = quick.endpoint().openPolling();
			try (RawWebSocket webSocket = quick.endpoint().probe(target)) {
				assertThat(webSocket.closeCode()).isEqualTo(1002);
			}
			quick.endpoint().post(target, "4still here");
			assertThat(quick.endpoint().get(target).text()).isEqualTo("4still here");
		}
	}

	@Test
	void closesTheProbedWebSocketWithTheSession() {
		String target = this.endpoint.openPolling();
		try (RawWebSocket webSocket = this.endpoint.probe(target)) {
			this.endpoint.post(target, "1");
			assertThat(webSocket.closeCode()).isEqualTo(1000);
		}
		await().untilAsserted(() -> assertThat(this.echo.closed()).hasSize(1));
		assertThat(this.echo.closed().peek()).startsWith(CloseReason.TRANSPORT_CLOSE.name());
	}

	@Test
	void closesTheSessionWithTheUpgradedWebSocket() {
		String target = this.endpoint.openPolling();
		try (RawWebSocket webSocket = this.endpoint.probe(target).sendText("5", "4up")) {
			assertThat(webSocket.next()).isEqualTo("4up");
		}
		await().untilAsserted(() -> assertThat(this.echo.closed()).hasSize(1));
		EngineIo4HandshakeTests.assertRefused(this.endpoint.get(target), 1, "Session ID unknown");
	}

	@Test
	void offersAndAllowsNoUpgradeThatIsSwitchedOff() {
		try (EngineEcho strict = EngineEcho.start((options) -> options.allowUpgrades(false))) {
			Response response = strict.endpoint().get(strict.endpoint().polling());
			assertThat(response.text()).contains("\"upgrades\":[]");
			String target = strict.endpoint().webSocket() + "&sid=" + Endpoint.sid(response.text());
			try (RawWebSocket webSocket = new RawWebSocket(strict.endpoint().port(), target)) {
				EngineIo4HandshakeTests.assertRefused(webSocket.receive(), 3, "Bad request");
			}
		}
	}

}
