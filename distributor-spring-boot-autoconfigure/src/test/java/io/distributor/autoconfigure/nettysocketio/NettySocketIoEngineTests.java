package io.distributor.autoconfigure.nettysocketio;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.corundumstudio.socketio.SocketIOServer;
import io.distributor.annotation.OnConnect;
import io.distributor.annotation.OnDisconnect;
import io.distributor.annotation.OnEvent;
import io.distributor.annotation.SocketNamespace;
import io.distributor.autoconfigure.Applications;
import io.distributor.backend.Answer;
import io.distributor.backend.ConnectionRefusedException;
import io.distributor.backend.DisconnectReason;
import io.distributor.backend.Handshake;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.Socket;
import io.distributor.engine.ServerEngine;
import io.distributor.engine.SocketIoServer;
import io.distributor.nettysocketio.engine.NettySocketIoEngine;
import io.socket.client.IO;
import io.socket.client.Manager;
import org.awaitility.Awaitility;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Namespaces of a backend on the server of netty-socketio that an application has.
 */
@ExtendWith(OutputCaptureExtension.class)
class NettySocketIoEngineTests {

	private static final String ENGINE = "--distributor.server.engine=netty-socketio";

	private static ConfigurableApplicationContext monolith;

	@BeforeAll
	static void start() {
		monolith = run(Monolith.class);
	}

	@AfterAll
	static void stop() {
		monolith.close();
	}

	private static ConfigurableApplicationContext run(Class<?> application) {
		return Applications.runAs("standalone", application, ENGINE);
	}

	private static int port(ConfigurableApplicationContext context) {
		return context.getBean(AnyPortServer.class).port();
	}

	private static Manager manager(String... transports) {
		return manager(monolith, transports);
	}

	private static Manager manager(ConfigurableApplicationContext context, String... transports) {
		IO.Options options = IO.Options.builder().setReconnectionDelay(50).setReconnectionDelayMax(200).build();
		if (transports.length > 0) {
			options.transports = transports;
		}
		return new Manager(URI.create("http://localhost:" + port(context)), options);
	}

	private static BlockingQueue<Object[]> listen(io.socket.client.Socket socket, String event) {
		BlockingQueue<Object[]> heard = new LinkedBlockingQueue<>();
		socket.on(event, heard::add);
		return heard;
	}

	private static Object[] take(BlockingQueue<Object[]> heard) throws InterruptedException {
		Object[] arguments = heard.poll(20, TimeUnit.SECONDS);
		assertThat(arguments).as("what was to be heard").isNotNull();
		return arguments;
	}

	private static io.socket.client.Socket connected(Manager manager, String namespace) throws InterruptedException {
		io.socket.client.Socket socket = manager.socket(namespace);
		BlockingQueue<Object[]> connected = listen(socket, io.socket.client.Socket.EVENT_CONNECT);
		socket.connect();
		take(connected);
		return socket;
	}

	private static Object[] ask(io.socket.client.Socket socket, String event, Object... arguments)
			throws InterruptedException {
		BlockingQueue<Object[]> answers = new LinkedBlockingQueue<>();
		socket.emit(event, arguments, (answer) -> answers.add(answer));
		return take(answers);
	}

	@ParameterizedTest
	@ValueSource(strings = { "polling", "websocket", "polling,websocket" })
	void carriesNamespacesOfBackendsBesideItsOwnOnOneConnection(String transports) throws Exception {
		Manager manager = manager(transports.split(","));
		io.socket.client.Socket own = connected(manager, "/own");
		io.socket.client.Socket remote = connected(manager, "/chat");
		io.socket.client.Socket main = connected(manager, "/");
		assertThat(remote.id()).hasSize(20).isNotEqualTo(own.id());
		assertThat(ask(own, "who")).containsExactly("netty-socketio");
		assertThat(ask(remote, "who")).containsExactly("backend");
		assertThat(ask(main, "who")).containsExactly("netty-socketio");
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(monolith.getBean(ServerEngine.class).sockets()).isEqualTo(Map.of("/chat", 1)));
		own.disconnect();
		remote.disconnect();
		main.disconnect();
	}

	@ParameterizedTest
	@ValueSource(strings = { "polling", "websocket" })
	void carriesBinaryBothWaysForVersion4Clients(String transport) throws Exception {
		io.socket.client.Socket remote = connected(manager(transport), "/chat");
		byte[] bytes = { 0, 4, '4', 0x1e, -1 };
		for (int i = 0; i < 100; i++) {
			Object[] answer = ask(remote, "mirror", bytes, new JSONObject(Map.of("inner", new byte[] { 7 })));
			assertThat((byte[]) answer[0]).isEqualTo(bytes);
			assertThat((byte[]) ((JSONObject) answer[1]).get("inner")).containsExactly(7);
		}
		remote.disconnect();
	}

	@Test
	void acceptsLaterAndRefusesWithTextAndData() throws Exception {
		io.socket.client.Socket remote = manager().socket("/chat",
				IO.Options.builder().setAuth(Map.of("name", "nobody")).build());
		BlockingQueue<Object[]> errors = listen(remote, io.socket.client.Socket.EVENT_CONNECT_ERROR);
		remote.connect();
		JSONObject error = (JSONObject) take(errors)[0];
		assertThat(error.getString("message")).isEqualTo("not you");
		assertThat(error.getJSONObject("data").getString("name")).isEqualTo("nobody");
		remote.disconnect();
	}

	@Test
	void refusesANamespaceThatNobodyHas() throws Exception {
		io.socket.client.Socket remote = manager().socket("/nowhere");
		BlockingQueue<Object[]> errors = listen(remote, io.socket.client.Socket.EVENT_CONNECT_ERROR);
		remote.connect();
		assertThat(((JSONObject) take(errors)[0]).getString("message")).isEqualTo("Invalid namespace");
		remote.disconnect();
	}

	@ParameterizedTest
	@ValueSource(strings = { "polling", "websocket" })
	void tellsTheBackendWhoCameAndWhoIsGone(String transport) throws Exception {
		Manager manager = manager(transport);
		io.socket.client.Socket remote = connected(manager, "/chat");
		String id = remote.id();
		ChatHandlers backend = monolith.getBean(ChatHandlers.class);
		Handshake handshake = backend.handshakes.get(id);
		assertThat(handshake.transport()).isEqualTo(transport);
		assertThat(handshake.protocol()).isEqualTo(4);
		assertThat(handshake.address()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
		assertThat(handshake.query()).containsEntry("EIO", "4");
		remote.disconnect();
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(backend.gone.get(id)).isIn("client namespace disconnect", "transport close"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "polling", "websocket" })
	void losesNothingOfABurst(String transport) throws Exception {
		io.socket.client.Socket remote = connected(manager(transport), "/chat");
		BlockingQueue<Object[]> numbers = listen(remote, "number");
		ask(remote, "count to", 500);
		for (int i = 1; i <= 500; i++) {
			assertThat(take(numbers)).containsExactly(i);
		}
		remote.disconnect();
	}

	@Test
	void closesTheConnectionWhenTheBackendDisconnectsSoThatTheClientSeesIt() throws Exception {
		io.socket.client.Socket remote = connected(manager("websocket"), "/chat");
		BlockingQueue<Object[]> gone = listen(remote, "disconnect");
		remote.emit("throw me out");
		assertThat(take(gone)).containsExactly("io server disconnect");
	}

	@ParameterizedTest
	@ValueSource(strings = { "polling", "websocket" })
	void letsClientsComeBackWhenItLeaves(String transport) throws Exception {
		ConfigurableApplicationContext leaving = run(Monolith.class);
		io.socket.client.Socket remote = connected(manager(leaving, transport), "/chat");
		BlockingQueue<Object[]> gone = listen(remote, "disconnect");
		leaving.close();
		assertThat((String) take(gone)[0]).startsWith("transport ");
		remote.disconnect();
	}

	@Test
	void leavesClientsOfRevision3ToTheServer() throws Exception {
		BlockingQueue<String> heard = new LinkedBlockingQueue<>();
		WebSocket webSocket = HttpClient.newHttpClient()
			.newWebSocketBuilder()
			.buildAsync(URI.create("ws://localhost:" + port(monolith) + "/socket.io/?EIO=3&transport=websocket"),
					new WebSocket.Listener() {

						@Override
						public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
							heard.add(data.toString());
							return WebSocket.Listener.super.onText(socket, data, last);
						}

					})
			.get(20, TimeUnit.SECONDS);
		webSocket.sendText("40/chat", true);
		Awaitility.await()
			.untilAsserted(() -> assertThat(heard)
				.anyMatch((text) -> text.startsWith("44/chat") && text.contains("Invalid namespace")));
		webSocket.abort();
	}

	@Test
	void saysThatANamespaceIsOwnedTwice(CapturedOutput output) throws Exception {
		try (ConfigurableApplicationContext context = run(Clashing.class)) {
			io.socket.client.Socket own = connected(manager(context), "/chat");
			assertThat(ask(own, "who")).containsExactly("netty-socketio");
			assertThat(output)
				.containsOnlyOnce("Clients of namespace /chat reach the SocketIOServer of this application and "
						+ "not the backend that owns it too");
			own.disconnect();
		}
	}

	@Test
	void saysThatTheServerWasStartedTooEarly(CapturedOutput output) {
		run(TooEarly.class).close();
		assertThat(output).contains("Clients do not reach namespaces of backends");
	}

	@Test
	void explainsThatThereIsNoServer(CapturedOutput output) {
		assertThatException().isThrownBy(() -> run(Handlers.class));
		assertThat(output).contains("APPLICATION FAILED TO START", "there is no SocketIOServer bean",
				"Declare the SocketIOServer of the application as a bean", "leave 'distributor.server.engine' out");
	}

	@Test
	void hasNoServerOfItsOwn() {
		assertThat(monolith.getBeansOfType(SocketIoServer.class)).isEmpty();
		assertThat(monolith.getBean(NettySocketIoEngine.class).isReachable()).isTrue();
	}

	private static AnyPortServer server() {
		AnyPortServer server = new AnyPortServer();
		server.addEventListener("who", String.class, (client, data, ack) -> ack.sendAckData("netty-socketio"));
		server.addNamespace("/own")
			.addEventListener("who", String.class, (client, data, ack) -> ack.sendAckData("netty-socketio"));
		return server;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(ChatHandlers.class)
	static class Handlers {

	}

	@Import(Handlers.class)
	static class Monolith {

		@Bean(destroyMethod = "stop")
		AnyPortServer socketIoServer() {
			return server();
		}

		@Bean
		CommandLineRunner starter(SocketIOServer server) {
			return (arguments) -> server.start();
		}

	}

	@Import(Handlers.class)
	static class Clashing {

		@Bean(destroyMethod = "stop")
		AnyPortServer socketIoServer() {
			AnyPortServer server = server();
			server.addNamespace("/chat")
				.addEventListener("who", String.class, (client, data, ack) -> ack.sendAckData("netty-socketio"));
			return server;
		}

		@Bean
		CommandLineRunner starter(SocketIOServer server) {
			return (arguments) -> server.start();
		}

	}

	@Import(Handlers.class)
	static class TooEarly {

		@Bean(destroyMethod = "stop")
		AnyPortServer socketIoServer() {
			AnyPortServer server = server();
			server.start();
			return server;
		}

	}

	@SocketNamespace("/chat")
	static class ChatHandlers {

		private final Map<String, Handshake> handshakes = new ConcurrentHashMap<>();

		private final Map<String, String> gone = new ConcurrentHashMap<>();

		@OnConnect
		void connect(Socket socket, Handshake handshake) {
			this.handshakes.put(socket.id(), handshake);
			Map<?, ?> auth = handshake.auth(Map.class);
			if (auth != null && "nobody".equals(auth.get("name"))) {
				throw new ConnectionRefusedException("not you", auth);
			}
		}

		@OnDisconnect
		void disconnect(Socket socket, DisconnectReason reason) {
			this.gone.put(socket.id(), reason.text());
		}

		@OnEvent("who")
		String who() {
			return "backend";
		}

		@OnEvent("mirror")
		Answer mirror(byte[] bytes, Map<String, byte[]> inner) {
			return Answer.of(bytes, inner);
		}

		@OnEvent("count to")
		void count(Socket socket, IndirectIo io, int last) {
			for (int i = 1; i <= last; i++) {
				if (i % 2 == 0) {
					socket.emit("number", i);
				}
				else {
					io.of("/chat").to(socket.id()).emit("number", i);
				}
			}
		}

		@OnEvent("throw me out")
		void throwOut(Socket socket) {
			socket.disconnect();
		}

	}

}
