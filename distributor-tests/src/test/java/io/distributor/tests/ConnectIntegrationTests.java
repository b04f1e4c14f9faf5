package io.distributor.tests;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.distributor.backend.ConnectionRefusedException;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.Socket;
import io.distributor.tests.fleet.Client;
import io.distributor.tests.fleet.Fleet;
import io.socket.client.Manager;
import org.awaitility.Awaitility;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectIntegrationTests {

	private final List<String> disconnects = new CopyOnWriteArrayList<>();

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	@RegisterExtension
	final Fleet fleet = Fleet.inMemory()
		.gateway((options) -> options.withBackendWait(Duration.ofSeconds(5)))
		.distributors(1)
		.backend("/chat", this::chat);

	private void chat(IndirectIo io) {
		io.use((socket) -> {
			Map<?, ?> auth = socket.handshake().auth(Map.class);
			if (auth != null && "mallory".equals(auth.get("name"))) {
				throw new ConnectionRefusedException("not you", Map.of("code", 42));
			}
		});
		io.on("connection", (socket) -> {
			this.sockets.add(socket);
			socket.emit("welcome", socket.id());
		});
		io.onDisconnect((socket, reason) -> this.disconnects.add(socket.id() + " " + reason.text()));
		io.of("/game");
	}

	@ParameterizedTest
	@ValueSource(strings = { "polling", "websocket" })
	void connectsOnEitherTransport(String transport) {
		Client client = this.fleet.client(0, "/chat", transport).connect();
		Awaitility.await().untilAsserted(() -> assertThat(client.heard()).containsExactly("welcome"));
		assertThat(client.received().get(0).arguments()).containsExactly(client.id());
		assertThat(client.id()).hasSize(20);
		assertThat(this.sockets).singleElement().satisfies((socket) -> {
			assertThat(socket.id()).isEqualTo(client.id());
			assertThat(socket.handshake().transport()).isEqualTo(transport);
			assertThat(socket.handshake().address()).isEqualTo("127.0.0.1");
		});
	}

	@Test
	void upgradesWithoutLosingTheSocket() {
		Client client = this.fleet.client(0, "/chat").connect();
		for (int i = 0; i < 20; i++) {
			this.fleet.backend(0).io().emit("tick", i);
		}
		Awaitility.await().untilAsserted(() -> assertThat(client.heard()).hasSize(21));
		assertThat(client.connects()).hasSize(1);
	}

	@Test
	void seesWhatTheClientSentAsAuth() {
		this.fleet.client(this.fleet.manager(0), "/chat", Map.of("token", "secret")).connect();
		Map<?, ?> auth = this.sockets.get(0).handshake().auth(Map.class);
		assertThat(auth).isEqualTo(Map.of("token", "secret"));
	}

	@Test
	void joinsSeveralNamespacesOnOneConnectionUnderDifferentIds() {
		Manager connection = this.fleet.manager(0);
		Client chat = this.fleet.client(connection, "/chat", Map.of()).connect();
		Client game = this.fleet.client(connection, "/game", Map.of()).connect();
		assertThat(chat.id()).isNotEqualTo(game.id());
		this.fleet.backend(0).io().of("/game").emit("score", 1);
		Awaitility.await().untilAsserted(() -> assertThat(game.heard()).containsExactly("score"));
		assertThat(chat.heard()).doesNotContain("score");
		game.close();
		this.fleet.backend(0).io().emit("still here");
		Awaitility.await().untilAsserted(() -> assertThat(chat.heard()).contains("still here"));
	}

	@Test
	void isRefusedWithMessageAndData() throws Exception {
		Client client = this.fleet.client(this.fleet.manager(0), "/chat", Map.of("name", "mallory"));
		JSONObject error = (JSONObject) client.connectError();
		assertThat(error.getString("message")).isEqualTo("not you");
		assertThat(error.getJSONObject("data").getInt("code")).isEqualTo(42);
	}

	@Test
	void isRefusedInAnUnknownNamespace() throws Exception {
		this.fleet.client(0, "/chat").connect();
		JSONObject error = (JSONObject) this.fleet.client(0, "/nothing").connectError();
		assertThat(error.getString("message")).isEqualTo("Invalid namespace");
	}

	@Test
	void waitsForABackendThatIsStillStarting() {
		Client client = this.fleet.client(0, "/chat").connect();
		client.close();
		this.fleet.backend(0).stop();
		Client early = this.fleet.client(0, "/chat");
		early.socket().connect();
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.fleet.distributor(0).statistics().waitingConnects()).isOne());
		this.fleet.startBackend("/chat", this::chat);
		Awaitility.await().untilAsserted(() -> assertThat(early.heard()).containsExactly("welcome"));
	}

	@Test
	void isRefusedWhenNoBackendComes() throws Exception {
		this.fleet.gateway((options) -> options.withBackendWait(Duration.ofMillis(500))).startDistributor();
		this.fleet.client(1, "/chat").connect();
		this.fleet.backend(0).stop();
		Client client = this.fleet.client(1, "/chat");
		JSONObject error = (JSONObject) client.connectError();
		assertThat(error.getString("message")).isEqualTo("No backend for namespace /chat");
	}

	@Test
	void tellsTheBackendWhyAClientLeft() {
		Client byItself = this.fleet.client(0, "/chat").connect();
		Client byServer = this.fleet.client(0, "/chat").connect();
		String leaving = byItself.id();
		String putOut = byServer.id();
		byItself.close();
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(this.disconnects).containsExactly(leaving + " client namespace disconnect"));
		this.sockets.stream().filter((socket) -> socket.id().equals(putOut)).forEach(Socket::disconnect);
		Awaitility.await()
			.untilAsserted(() -> assertThat(byServer.disconnects()).containsExactly("io server disconnect"));
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.disconnects).contains(putOut + " server namespace disconnect"));
		assertThat(this.disconnects).hasSize(2);
	}

}
