package io.distributor.nettysocketio.engine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.corundumstudio.socketio.Configuration;
import io.distributor.engine.limit.Limit;
import io.distributor.engine.namespace.ClientSocket;
import io.distributor.engine.namespace.ConnectRequest;
import io.distributor.engine.namespace.NamespaceOptions;
import io.distributor.engine.namespace.OutboundPacket;
import io.distributor.engine.namespace.SocketHandler;
import io.distributor.engine.protocol.socketio.PacketArguments;
import io.distributor.engine.session.CloseReason;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bounds, with a client that says only what it is told to.
 */
class NettySocketIoEngineTests {

	private static final NettySocketIoOptions OPTIONS = new NettySocketIoOptions(NamespaceOptions.DEFAULTS, 100_000,
			100_000);

	private final List<ClientSocket> sockets = new CopyOnWriteArrayList<>();

	private final List<String> events = new CopyOnWriteArrayList<>();

	private final NettySocketIoEngine engine = new NettySocketIoEngine(OPTIONS, this::accept, (namespace) -> false);

	private AnyPortServer server;

	private URI session;

	@BeforeEach
	void start() throws Exception {
		Configuration configuration = new Configuration();
		configuration.setMaxHttpContentLength(1_000_000);
		this.server = new AnyPortServer(configuration);
		this.engine.attach(this.server);
		this.server.start();
		URI open = URI.create("http://localhost:" + this.server.port() + "/socket.io/?EIO=4&transport=polling");
		Matcher id = Pattern.compile("\"sid\":\"([^\"]+)\"").matcher(get(open));
		assertThat(id.find()).isTrue();
		this.session = URI.create(open + "&sid=" + id.group(1));
		post("40/chat");
		assertThat(get(this.session)).startsWith("40/chat,{\"sid\":");
	}

	/** The server takes seconds to stop, which no test waits for. */
	@AfterEach
	void stop() {
		new Thread(this.server::stop, "netty-socketio-stop").start();
	}

	private SocketHandler accept(ConnectRequest request) {
		this.sockets.add(request.socket());
		request.accept();
		return new SocketHandler() {

			@Override
			public void onEvent(PacketArguments arguments, long ackId) {
				NettySocketIoEngineTests.this.events.add(text(arguments));
			}

			@Override
			public void onAck(long ackId, PacketArguments arguments) {
			}

			@Override
			public void onDisconnect(CloseReason reason, String description) {
			}

		};
	}

	private static String text(PacketArguments arguments) {
		return new String(arguments.json(), StandardCharsets.UTF_8);
	}

	private static String get(URI uri) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(uri));
	}

	private void post(String body) throws IOException, InterruptedException {
		send(HttpRequest.newBuilder(this.session).POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	/** One connection for each request: the server closes it behind its answer. */
	private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
	}

	private static OutboundPacket packet(int size, boolean droppable) {
		byte[] json = ("[\"e\",\"" + "x".repeat(size) + "\"]").getBytes(StandardCharsets.UTF_8);
		return OutboundPacket.event("/chat", SocketHandler.NO_ACK, new PacketArguments(json, List.of()), droppable);
	}

	@Test
	void boundsWhatWaitsForAClient() throws Exception {
		ClientSocket socket = this.sockets.get(0);
		socket.send(packet(90_000, false));
		socket.send(packet(90_000, true));
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.engine.statistics().engine().droppedMessages()).isEqualTo(1));
		assertThat(get(this.session)).hasSizeBetween(90_000, 91_000);
		socket.send(packet(90_000, false));
		assertThat(get(this.session)).hasSizeBetween(90_000, 91_000);
		socket.send(packet(90_000, false));
		socket.send(packet(90_000, false));
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.engine.statistics().engine().closedSessions(CloseReason.SLOW_CONSUMER))
				.isEqualTo(1));
		assertThat(this.engine.statistics().reached(Limit.OUTBOUND)).isEqualTo(1);
		assertThat(this.engine.sockets()).isEmpty();
	}

	@Test
	void keepsWhatIsPostedWhileNothingIsRead() throws Exception {
		ClientSocket socket = this.sockets.get(0);
		pause(socket);
		post("42/chat,[\"a\"]\u001e42/chat,[\"b\"]");
		post("42/chat,[\"c\"]");
		assertThat(this.events).isEmpty();
		socket.resumeReading();
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.events).containsExactly("[\"a\"]", "[\"b\"]", "[\"c\"]"));
		assertThat(this.engine.sockets()).isEqualTo(Map.of("/chat", 1));
	}

	@Test
	void boundsWhatIsPostedWhileNothingIsRead() throws Exception {
		pause(this.sockets.get(0));
		String event = "42/chat,[\"" + "x".repeat(60_000) + "\"]";
		post(event);
		post(event);
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.engine.statistics().engine().closedSessions(CloseReason.FORCED_CLOSE))
				.isEqualTo(1));
		assertThat(this.engine.statistics().reached(Limit.PAYLOAD)).isEqualTo(1);
		assertThat(this.events).isEmpty();
	}

	@Test
	void endsEachPollOfAClientThatUpgrades() throws Exception {
		URI webSocket = URI.create(this.session.toString().replace("http:", "ws:").replace("=polling", "=websocket"));
		WebSocket probe = HttpClient.newHttpClient()
			.newWebSocketBuilder()
			.buildAsync(webSocket, new WebSocket.Listener() {
			})
			.get(20, TimeUnit.SECONDS);
		probe.sendText("2probe", true);
		assertThat(get(this.session)).isEqualTo("6");
		assertThat(get(this.session)).isEqualTo("6");
		assertThat(get(this.session)).isEqualTo("6");
		probe.abort();
	}

	private static void pause(ClientSocket socket) throws Exception {
		socket.pauseReading();
		socket.executor().submit(() -> {
		}).get();
	}

}
