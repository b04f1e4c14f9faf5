package io.distributor.engine;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Manager;
import io.socket.client.Socket;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.distributor.engine.RecordingHandler.Heard;
import io.distributor.engine.namespace.ClientSocket;
import io.distributor.engine.namespace.OutboundPacket;
import io.distributor.engine.namespace.RoomSelector;
import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.TransportType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests with the official Java client.
 */
class OfficialClientTests {

	private final RecordingHandler handler = new RecordingHandler();

	private final SocketIoServer server = SocketIoServer.create(ServerOptions.builder()
		.engine((engine) -> engine.port(0).ioThreads(2))
		.stopTimeout(Duration.ofSeconds(1))
		.build(), this.handler);

	private final List<Socket> clients = new ArrayList<>();

	@BeforeEach
	void start() {
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.clients.forEach(Socket::disconnect);
		this.server.stop();
	}

	@ParameterizedTest
	@ValueSource(strings = { "polling", "websocket" })
	void exchangesEventsAndAcknowledgements(String transport) throws Exception {
		Socket client = connect("/chat", transport);
		ClientSocket socket = this.handler.nextSocket();
		assertThat(client.id()).isEqualTo(socket.id());
		assertThat(socket.transport().protocolName()).isEqualTo(transport);
		CompletableFuture<Object[]> answered = new CompletableFuture<>();
		client.emit("greet", "hello", 42, (Ack) answered::complete);
		Heard greeting = this.handler.nextHeard();
		assertThat(greeting.json()).isEqualTo("[\"greet\",\"hello\",42]");
		socket.send(OutboundPacket.ack("/chat", greeting.ackId(), RecordingHandler.arguments("[\"welcome\",1]")));
		assertThat(answered.get(5, TimeUnit.SECONDS)).containsExactly("welcome", 1);
		client.on("ask", (arguments) -> ((Ack) arguments[1]).call("answer to " + arguments[0]));
		socket.send(OutboundPacket.event("/chat", 7, RecordingHandler.arguments("[\"ask\",\"this\"]"), false));
		Heard answer = this.handler.nextHeard();
		assertThat(answer.acknowledgement()).isTrue();
		assertThat(answer.ackId()).isEqualTo(7);
		assertThat(answer.json()).isEqualTo("[\"answer to this\"]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "polling", "websocket" })
	void exchangesBinary(String transport) throws Exception {
		Socket client = connect("/", transport);
		ClientSocket socket = this.handler.nextSocket();
		client.emit("upload", new byte[] { 0, 1, -1 }, "name");
		Heard upload = this.handler.nextHeard();
		assertThat(upload.json()).startsWith("[\"upload\",{").contains("\"_placeholder\":true");
		assertThat(upload.arguments().attachments()).containsExactly(new byte[] { 0, 1, -1 });
		CompletableFuture<Object[]> answered = new CompletableFuture<>();
		client.emit("ask", new Object[] { new byte[] { 9 } }, (Ack) answered::complete);
		Heard question = this.handler.nextHeard();
		socket.send(OutboundPacket.ack("/", question.ackId(),
				RecordingHandler.arguments("[{\"_placeholder\":true,\"num\":0}]", (byte) 8)));
		assertThat((byte[]) answered.get(5, TimeUnit.SECONDS)[0]).containsExactly(8);
	}

	@ParameterizedTest
	@ValueSource(strings = { "polling", "websocket" })
	void sendsBinary(String transport) throws Exception {
		Socket client = connect("/", transport);
		ClientSocket socket = this.handler.nextSocket();
		BlockingQueue<Object> received = new LinkedBlockingQueue<>();
		client.on("download", (arguments) -> received.add(arguments[0]));
		String json = "[\"download\",{\"_placeholder\":true,\"num\":0}]";
		socket.send(RecordingHandler.event(socket, json, (byte) 0, (byte) 4, (byte) -128));
		assertThat((byte[]) received.poll(5, TimeUnit.SECONDS)).containsExactly(0, 4, -128);
	}

	@Test
	void goesOnAfterAnUpgrade() throws Exception {
		Socket client = connect("/", "polling", "websocket");
		ClientSocket socket = this.handler.nextSocket();
		await().until(() -> socket.transport() == TransportType.WEBSOCKET);
		client.emit("hello");
		assertThat(this.handler.nextHeard().json()).isEqualTo("[\"hello\"]");
		connect("/", "polling");
		assertThat(this.server.statistics().sessions(TransportType.WEBSOCKET)).isEqualTo(1);
		assertThat(this.server.statistics().sessions(TransportType.POLLING)).isEqualTo(1);
		client.disconnect();
		await().untilAsserted(() -> assertThat(this.server.statistics().sessions(TransportType.WEBSOCKET)).isZero());
	}

	@Test
	void refusesWithMessageAndData() throws Exception {
		Socket client = client("/closed", "websocket");
		CompletableFuture<Object> refused = new CompletableFuture<>();
		client.on(Socket.EVENT_CONNECT_ERROR, (arguments) -> refused.complete(arguments[0]));
		client.connect();
		JSONObject error = (JSONObject) refused.get(5, TimeUnit.SECONDS);
		assertThat(error.getString("message")).isEqualTo("Not authorized");
		assertThat(error.getJSONObject("data").getInt("code")).isEqualTo(42);
	}

	@Test
	void multiplexesNamespacesWithIdsOfTheirOwn() throws Exception {
		IO.Options options = options("websocket");
		Manager manager = new Manager(URI.create("http://localhost:" + this.server.port()), options);
		Socket chat = connect(manager.socket("/chat", options));
		Socket game = connect(manager.socket("/game", options));
		assertThat(this.handler.nextSocket().id()).isEqualTo(chat.id());
		assertThat(this.handler.nextSocket().id()).isEqualTo(game.id()).isNotEqualTo(chat.id());
		assertThat(this.server.statistics().engine().openSessions()).isEqualTo(1);
		chat.disconnect();
		assertThat(this.handler.nextDisconnect()).isEqualTo(CloseReason.CLIENT_NAMESPACE_DISCONNECT);
		game.emit("still here");
		assertThat(this.handler.nextHeard().json()).isEqualTo("[\"still here\"]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "polling", "websocket" })
	void theClientDisconnects(String transport) throws Exception {
		Socket client = connect("/", transport);
		client.disconnect();
		assertThat(this.handler.nextDisconnect()).isEqualTo(CloseReason.CLIENT_NAMESPACE_DISCONNECT);
		await().untilAsserted(() -> assertThat(this.server.statistics().engine().openSessions()).isZero());
		assertThat(this.handler.disconnectsLeft()).isZero();
		assertThat(this.server.statistics().namespaces().sockets()).isZero();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void theServerDisconnects(boolean closeConnection) throws Exception {
		Socket client = client("/", "websocket");
		CompletableFuture<Object> reason = new CompletableFuture<>();
		client.on(Socket.EVENT_DISCONNECT, (arguments) -> reason.complete(arguments[0]));
		connect(client);
		this.handler.nextSocket().disconnect(closeConnection);
		assertThat(reason.get(5, TimeUnit.SECONDS)).isEqualTo("io server disconnect");
		assertThat(this.handler.nextDisconnect()).isEqualTo(CloseReason.SERVER_NAMESPACE_DISCONNECT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "polling", "websocket" })
	void aClientComesBackAtOnceAfterASilentClose(String transport) throws Exception {
		connect("/", transport);
		this.handler.nextSocket().closeConnection(CloseReason.FORCED_CLOSE, "test");
		assertThat(this.handler.nextDisconnect()).isEqualTo(CloseReason.FORCED_CLOSE);
		assertThat(this.handler.nextSocket()).isNotNull();
	}

	@Test
	void broadcastsToRoomsOnBothTransports() throws Exception {
		BlockingQueue<String> received = new LinkedBlockingQueue<>();
		List<ClientSocket> sockets = new ArrayList<>();
		for (String transport : List.of("polling", "websocket", "polling", "websocket")) {
			Socket client = connect("/chat", transport);
			client.on("news", (arguments) -> received.add(client.id() + " " + arguments[0]));
			sockets.add(this.handler.nextSocket());
		}
		sockets.get(0).join(List.of("a", "b"));
		sockets.get(1).join(List.of("b"));
		this.server.namespace("/chat")
			.broadcast(new RoomSelector(Set.of("a", "b"), Set.of()),
					RecordingHandler.event(sockets.get(0), "[\"news\",1]"));
		this.server.namespace("/chat")
			.broadcast(new RoomSelector(Set.of(), Set.of("b", sockets.get(2).id())),
					RecordingHandler.event(sockets.get(0), "[\"news\",2]"));
		await().until(() -> received.size() == 3);
		assertThat(received).containsExactlyInAnyOrder(sockets.get(0).id() + " 1", sockets.get(1).id() + " 1",
				sockets.get(3).id() + " 2");
		assertThat(this.server.namespace("/chat").size()).isEqualTo(4);
	}

	@Test
	void letsClientsGoInSlicesAndAcceptsNoOthers() throws Exception {
		BlockingQueue<Object> noticed = new LinkedBlockingQueue<>();
		for (int i = 0; i < 10; i++) {
			connect("/", "websocket").on(Socket.EVENT_DISCONNECT, (arguments) -> noticed.add(arguments[0]));
		}
		assertThat(this.server.drain(Duration.ofMillis(500))).succeedsWithin(Duration.ofSeconds(5));
		for (int i = 0; i < 10; i++) {
			assertThat(this.handler.nextDisconnect()).isEqualTo(CloseReason.SERVER_SHUTTING_DOWN);
			assertThat(noticed.poll(5, TimeUnit.SECONDS)).isIn("transport error", "transport close");
		}
		await().untilAsserted(() -> assertThat(this.server.statistics().engine().openSessions()).isZero());
	}

	@Test
	void tellsEachSocketWhenItStops() throws Exception {
		connect("/", "websocket");
		connect("/", "polling");
		this.server.stop();
		assertThat(this.handler.nextDisconnect()).isEqualTo(CloseReason.SERVER_SHUTTING_DOWN);
		assertThat(this.handler.nextDisconnect()).isEqualTo(CloseReason.SERVER_SHUTTING_DOWN);
	}

	private Socket connect(String namespace, String... transports) throws Exception {
		return connect(client(namespace, transports));
	}

	private Socket connect(Socket client) throws Exception {
		CompletableFuture<Void> connected = new CompletableFuture<>();
		client.once(Socket.EVENT_CONNECT, (arguments) -> connected.complete(null));
		this.clients.add(client);
		client.connect();
		connected.get(5, TimeUnit.SECONDS);
		return client;
	}

	private Socket client(String namespace, String... transports) {
		return IO.socket(URI.create("http://localhost:" + this.server.port() + namespace), options(transports));
	}

	private static IO.Options options(String... transports) {
		return IO.Options.builder()
			.setForceNew(true)
			.setTransports(transports)
			.setReconnectionDelay(10)
			.setAuth(Map.of("token", "123"))
			.build();
	}

}
