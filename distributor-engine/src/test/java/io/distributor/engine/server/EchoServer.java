package io.distributor.engine.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.distributor.engine.forward.SessionForwarding;
import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.EngineSession;
import io.distributor.engine.session.EngineSessionHandler;
import io.distributor.engine.session.OutboundMessage;
import io.distributor.engine.transport.WaitingPoll;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A server that sends back what it gets, and remembers its sessions.
 */
final class EchoServer implements AutoCloseable {

	private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");

	final Queue<EngineSession> sessions = new ConcurrentLinkedQueue<>();

	final Queue<String> received = new ConcurrentLinkedQueue<>();

	final Queue<String> closed = new ConcurrentLinkedQueue<>();

	final Queue<String> foreignLoops = new ConcurrentLinkedQueue<>();

	volatile boolean pauseAfterEachMessage;

	final EngineServer server;

	final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	// Else a websocket would be opened on the connection that polled before.
	private final HttpClient webSockets = HttpClient.newHttpClient();

	EchoServer() {
		this(options());
	}

	EchoServer(EngineOptionsBuilder options) {
		this(options, null);
	}

	EchoServer(EngineOptionsBuilder options, @Nullable SessionForwarding forwarding) {
		this.server = new EngineServer(options.port(0).build(), this::onOpen, forwarding);
		this.server.start();
	}

	static EngineOptionsBuilder options() {
		return EngineOptions.builder().ioTransport(IoTransport.NIO).ioThreads(2);
	}

	private EngineSessionHandler onOpen(EngineSession session) {
		this.sessions.add(session);
		return new EngineSessionHandler() {

			@Override
			public void onText(ByteBuf text) {
				if (!session.executor().inEventLoop()) {
					EchoServer.this.foreignLoops.add(Thread.currentThread().getName());
				}
				byte[] bytes = ByteBufUtil.getBytes(text);
				EchoServer.this.received.add(new String(bytes));
				session.send(new OutboundMessage(bytes, List.of(), false));
				if (EchoServer.this.pauseAfterEachMessage) {
					session.pauseReading();
				}
			}

			@Override
			public void onBinary(ByteBuf data) {
				session.send(new OutboundMessage(null, List.of(ByteBufUtil.getBytes(data)), false));
			}

			@Override
			public void onClose(CloseReason reason, @Nullable String description) {
				EchoServer.this.closed.add(reason + ": " + description);
			}

		};
	}

	EngineSession session() {
		return await().pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(5))
			.until(this.sessions::peek, Objects::nonNull);
	}

	EngineSession session(String sid) {
		return await().pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(5))
			.until(() -> find(sid), Objects::nonNull);
	}

	private @Nullable EngineSession find(String sid) {
		return this.sessions.stream().filter((session) -> session.id().equals(sid)).findFirst().orElse(null);
	}

	/**
	 * Waits until as many sessions were closed as given, with descriptions that begin so.
	 */
	void awaitClosed(String... descriptions) {
		await().untilAsserted(() -> {
			assertThat(this.closed).hasSize(descriptions.length);
			assertThat(this.closed).zipSatisfy(List.of(descriptions),
					(actual, expected) -> assertThat(actual).startsWith(expected));
		});
	}

	URI uri(String query) {
		return URI.create("http://localhost:" + this.server.port() + "/engine.io/" + query);
	}

	HttpResponse<String> send(HttpRequest request) throws Exception {
		return this.http.send(request, HttpResponse.BodyHandlers.ofString());
	}

	HttpResponse<String> get(String query) throws Exception {
		return send(HttpRequest.newBuilder(uri(query)).build());
	}

	CompletableFuture<HttpResponse<String>> getLater(String query) {
		return this.http.sendAsync(HttpRequest.newBuilder(uri(query)).build(), HttpResponse.BodyHandlers.ofString());
	}

	HttpResponse<String> post(String query, String body) throws Exception {
		return send(HttpRequest.newBuilder(uri(query)).POST(HttpRequest.BodyPublishers.ofString(body)).build());
	}

	/**
	 * Opens a session on polling.
	 * @return the query of its further requests
	 */
	String openPolling() throws Exception {
		String sid = sid(get("?EIO=4&transport=polling").body());
		session(sid);
		return "?EIO=4&transport=polling&sid=" + sid;
	}

	/**
	 * Polls, and waits until the server has got the request.
	 */
	CompletableFuture<HttpResponse<String>> poll(String query) {
		CompletableFuture<HttpResponse<String>> response = getLater(query);
		awaitPoll(query);
		return response;
	}

	/**
	 * Waits until the server has got a poll.
	 */
	void awaitPoll(String query) {
		EngineSession session = session(query.substring(query.lastIndexOf('=') + 1));
		await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).until(() -> WaitingPoll.isAt(session));
	}

	static String sid(String openPacket) {
		Matcher matcher = SID.matcher(openPacket);
		if (!matcher.find()) {
			throw new AssertionError("no sid in " + openPacket);
		}
		return matcher.group(1);
	}

	TestWebSocket openWebSocket() throws Exception {
		return webSocket("?EIO=4&transport=websocket");
	}

	TestWebSocket webSocket(String query) throws Exception {
		return TestWebSocket.open(this.webSockets, URI.create(uri(query).toString().replace("http:", "ws:")));
	}

	@Override
	public void close() {
		this.server.stop(Duration.ofMillis(200));
	}

}
