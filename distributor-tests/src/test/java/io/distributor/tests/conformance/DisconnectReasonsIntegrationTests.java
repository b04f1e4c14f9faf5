package io.distributor.tests.conformance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.distributor.backend.DisconnectReason;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.Socket;
import io.distributor.tests.fleet.Distributor;
import io.distributor.tests.fleet.Fleet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a backend hears of the end of clients that it never saw: the text is Socket.IO's,
 * however the client was lost.
 */
class DisconnectReasonsIntegrationTests {

	private static final byte[] MUCH = new byte[100_000];

	private final List<String> reasons = new CopyOnWriteArrayList<>();

	@RegisterExtension
	final Fleet fleet = Fleet.inMemory()
		.server((server) -> server.engine((engine) -> engine.maxOutboundBytes(1_000_000)))
		.gateway((gateway) -> gateway.toBuilder().adoptionWait(Duration.ofMillis(100)).build())
		.distributors(1)
		.backend("/chat", this::chat);

	private void chat(IndirectIo io) {
		io.onDisconnect((socket, reason) -> this.reasons.add(text(reason)));
		io.onEvent("close", (event) -> {
			event.socket().disconnect(true);
			return null;
		});
	}

	private static String text(DisconnectReason reason) {
		return (reason.description() == null) ? reason.text() : reason.text() + ": " + reason.description();
	}

	private RawWebSocket join() {
		return join(this.fleet.distributor(0));
	}

	private static RawWebSocket join(Distributor distributor) {
		RawWebSocket webSocket = open(distributor).sendText("40/chat,");
		assertThat(webSocket.nextMessage()).startsWith("40/chat,{");
		return webSocket;
	}

	private static RawWebSocket open(Distributor distributor) {
		return new Endpoint(distributor.listeningPort(), "/socket.io/", 4).openWebSocket();
	}

	private void assertToldOnce(String reason) {
		await().untilAsserted(() -> assertThat(this.reasons).singleElement().asString().startsWith(reason));
	}

	@Test
	void clientsThatDoNotAnswerPings() {
		this.fleet.server((server) -> server
			.engine((engine) -> engine.pingInterval(Duration.ofMillis(300)).pingTimeout(Duration.ofMillis(200))));
		try (RawWebSocket webSocket = join(this.fleet.startDistributor())) {
			assertToldOnce("ping timeout");
			assertThat(webSocket.closeCode()).isNotEqualTo(1000);
		}
	}

	@Test
	void clientsThatSendMalformedPackets() {
		try (RawWebSocket webSocket = join()) {
			webSocket.sendText("42/chat,[\"unfinished");
			assertToldOnce("parse error");
		}
	}

	@Test
	void clientsThatSendReservedNames() {
		try (RawWebSocket webSocket = join()) {
			webSocket.sendText("42/chat,1[\"disconnect\",\"transport close\"]");
			assertToldOnce("parse error: event name");
		}
	}

	@Test
	void clientsThatViolateTheProtocolOfTheTransport() {
		try (RawWebSocket webSocket = join()) {
			webSocket.sendFrame(0xF1, new byte[0]);
			assertToldOnce("transport error");
		}
	}

	@Test
	void clientsWhoseConnectionEnds() {
		join().close();
		assertToldOnce("transport close");
	}

	@Test
	void clientsThatClose() {
		try (RawWebSocket webSocket = join()) {
			webSocket.sendText("1");
			assertToldOnce("transport close");
		}
	}

	@Test
	void clientsThatLeaveTheNamespace() {
		try (RawWebSocket webSocket = join()) {
			webSocket.sendText("41/chat,");
			assertToldOnce("client namespace disconnect");
		}
	}

	@Test
	void clientsWhoseConnectionTheBackendCloses() {
		try (RawWebSocket webSocket = join()) {
			webSocket.sendText("42/chat,[\"close\"]");
			assertThat(webSocket.nextMessage()).isEqualTo("41/chat,");
			assertToldOnce("server namespace disconnect");
		}
	}

	@Test
	void clientsThatDoNotReadWhatIsSentToThem() {
		try (RawWebSocket webSocket = join()) {
			Socket socket = this.fleet.backend(0).io().sockets().iterator().next();
			await().untilAsserted(() -> {
				for (int i = 0; i < 20; i++) {
					socket.emit("much", MUCH);
				}
				assertThat(this.reasons).singleElement().asString().startsWith("transport close: ");
			});
		}
	}

	@Test
	void clientsOfADistributorThatStops() {
		try (RawWebSocket webSocket = join()) {
			this.fleet.distributor(0).drain(Duration.ofMillis(50));
			assertToldOnce("server shutting down");
			assertThat(webSocket.closeCode()).isNotEqualTo(1000);
		}
	}

	@Test
	void clientsThatJoinNoNamespaceAreNeverHeardOf() {
		this.fleet.server((server) -> server.connectTimeout(Duration.ofMillis(100)));
		try (RawWebSocket webSocket = open(this.fleet.startDistributor())) {
			assertThat(webSocket.closeCode()).isNotEqualTo(1000);
		}
		assertThat(this.reasons).isEmpty();
	}

	@Test
	void clientsWhoseBackendIsGoneAndNotReplacedLoseTheirConnection() {
		try (RawWebSocket webSocket = join()) {
			this.fleet.backend(0).kill();
			assertThat(webSocket.closeCode()).isNotEqualTo(1000);
		}
	}

}
