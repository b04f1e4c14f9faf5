package io.distributor.engine.server;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.distributor.engine.session.EngineSession;
import io.distributor.engine.session.OutboundMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of clients that are not read from, or that do not read.
 */
class BackpressureTests {

	private static final int LIMIT = 200_000;

	private final EchoServer echo = new EchoServer(EchoServer.options().maxOutboundBytes(LIMIT));

	@AfterEach
	void stop() {
		this.echo.close();
	}

	@Test
	void readsNoMoreOfAWebSocketUntilReadingIsResumed() throws Exception {
		TestWebSocket webSocket = this.echo.openWebSocket();
		webSocket.next();
		EngineSession session = this.echo.session();
		session.executor().submit(session::pauseReading).sync();
		webSocket.send("4first");
		webSocket.send("4second");
		await().during(Duration.ofMillis(200)).untilAsserted(() -> assertThat(this.echo.received).isEmpty());
		session.executor().submit(session::resumeReading).sync();
		await().untilAsserted(() -> assertThat(this.echo.received).containsExactly("first", "second"));
	}

	@Test
	void deliversNoMessageThatWasReadAlreadyUntilReadingIsResumed() throws Exception {
		this.echo.pauseAfterEachMessage = true;
		TestWebSocket webSocket = this.echo.openWebSocket();
		webSocket.next();
		String query = this.echo.openPolling();
		for (int i = 0; i < 3; i++) {
			webSocket.send("4websocket");
		}
		CompletableFuture<HttpResponse<String>> post = postLater(query, "4polling\u001e4polling\u001e4polling");
		for (int i = 1; i <= 3; i++) {
			int count = 2 * i;
			await().untilAsserted(() -> assertThat(this.echo.received).hasSize(count));
			assertThat(post).isNotDone();
			await().during(Duration.ofMillis(100)).untilAsserted(() -> assertThat(this.echo.received).hasSize(count));
			for (EngineSession session : this.echo.sessions) {
				session.executor().submit(session::resumeReading).sync();
			}
		}
		assertThat(post.get(5, TimeUnit.SECONDS).body()).isEqualTo("ok");
		assertThat(this.echo.get(query).body()).isEqualTo("4polling\u001e4polling\u001e4polling");
	}

	@Test
	void holdsAPostBackUntilReadingIsResumed() throws Exception {
		String query = this.echo.openPolling();
		EngineSession session = this.echo.session();
		session.executor().submit(session::pauseReading).sync();
		CompletableFuture<HttpResponse<String>> post = postLater(query, "4held");
		await().during(Duration.ofMillis(200)).untilAsserted(() -> {
			assertThat(this.echo.received).isEmpty();
			assertThat(post).isNotDone();
		});
		session.executor().submit(session::resumeReading).sync();
		assertThat(post.get(5, TimeUnit.SECONDS).body()).isEqualTo("ok");
		assertThat(this.echo.received).containsExactly("held");
	}

	@Test
	void answersAHeldPostWhenTheSessionCloses() throws Exception {
		String query = this.echo.openPolling();
		EngineSession session = this.echo.session();
		session.executor().submit(session::pauseReading).sync();
		CompletableFuture<HttpResponse<String>> post = postLater(query, "4held");
		CompletableFuture<HttpResponse<String>> overlapping = postLater(query, "4another");
		CompletableFuture.allOf(post, overlapping).get(5, TimeUnit.SECONDS);
		assertThat(post.join().statusCode()).isEqualTo(400);
		assertThat(overlapping.join().statusCode()).isEqualTo(400);
		this.echo.awaitClosed("TRANSPORT_ERROR: data request overlap from client");
		assertThat(this.echo.received).isEmpty();
	}

	@Test
	void closesAWebSocketThatDoesNotRead() throws Exception {
		try (RawClient client = RawClient.webSocket(this.echo.server, "?EIO=4&transport=websocket")) {
			client.head();
			await().until(() -> !this.echo.sessions.isEmpty());
			await().untilAsserted(() -> {
				sendMuch(false);
				assertThat(this.echo.closed).singleElement().asString().startsWith("SLOW_CONSUMER");
			});
		}
	}

	@Test
	void dropsVolatileMessagesForAWebSocketThatDoesNotRead() throws Exception {
		try (RawClient client = RawClient.webSocket(this.echo.server, "?EIO=4&transport=websocket")) {
			client.head();
			await().until(() -> !this.echo.sessions.isEmpty());
			await().untilAsserted(() -> {
				sendMuch(true);
				assertThat(this.echo.server.statistics().droppedMessages()).isPositive();
			});
			assertThat(this.echo.closed).isEmpty();
		}
	}

	@Test
	void closesAPollingSessionThatDoesNotPoll() throws Exception {
		String query = this.echo.openPolling();
		send(LIMIT / 2, false);
		send(LIMIT, true);
		assertThat(this.echo.server.statistics().droppedMessages()).isEqualTo(1);
		assertThat(this.echo.closed).isEmpty();
		send(LIMIT, false);
		this.echo.awaitClosed("SLOW_CONSUMER");
		assertThat(this.echo.get(query).body()).contains("Session ID unknown");
	}

	@Test
	void takesABurstLargerThanTheLimitIfTheClientReads() throws Exception {
		TestWebSocket webSocket = this.echo.openWebSocket();
		webSocket.next();
		OutboundMessage message = new OutboundMessage(new byte[] { 'a' }, List.of(), false);
		EngineSession session = this.echo.session();
		session.executor().submit(() -> {
			for (int i = 0; i < 5000; i++) {
				session.send(message);
			}
		}).sync();
		for (int i = 0; i < 5000; i++) {
			assertThat(webSocket.next()).isEqualTo("4a");
		}
	}

	@Test
	void sendsOneMessageToManySessionsOfSeveralLoops() throws Exception {
		TestWebSocket[] webSockets = new TestWebSocket[20];
		for (int i = 0; i < webSockets.length; i++) {
			webSockets[i] = this.echo.openWebSocket();
			webSockets[i].next();
		}
		String query = this.echo.openPolling();
		for (int round = 0; round < 50; round++) {
			OutboundMessage message = new OutboundMessage(("round " + round).getBytes(), List.of(new byte[] { 1 }),
					false);
			this.echo.sessions.forEach((session) -> session.executor().execute(() -> session.send(message)));
		}
		for (TestWebSocket webSocket : webSockets) {
			for (int round = 0; round < 50; round++) {
				assertThat(webSocket.next()).isEqualTo("4round " + round);
				assertThat(webSocket.nextBinary()).containsExactly(1);
			}
		}
		assertThat(this.echo.get(query).body()).startsWith("4round 0\u001ebAQ==\u001e4round 1\u001ebAQ==");
	}

	private void sendMuch(boolean droppable) throws InterruptedException {
		for (int i = 0; i < 20; i++) {
			send(LIMIT / 2, droppable);
		}
	}

	private void send(int length, boolean droppable) throws InterruptedException {
		byte[] text = new byte[length];
		Arrays.fill(text, (byte) 'x');
		EngineSession session = this.echo.session();
		session.executor().submit(() -> session.send(new OutboundMessage(text, List.of(), droppable))).sync();
	}

	private CompletableFuture<HttpResponse<String>> postLater(String query, String body) {
		HttpRequest request = HttpRequest.newBuilder(this.echo.uri(query))
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		return this.echo.http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
	}

}
