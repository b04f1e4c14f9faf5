package io.distributor.engine.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.distributor.engine.limit.Limit;
import io.distributor.engine.session.EngineSession;
import io.distributor.engine.session.OutboundMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Requests that reach another server than that of their session.
 */
class ForwardingTests {

	private static final String UNKNOWN_SESSION = "{\"code\":1,\"message\":\"Session ID unknown\"}";

	private final EchoFleet fleet = new EchoFleet(3);

	private final EchoServer owner = this.fleet.server(0);

	private final EchoServer other = this.fleet.server(1);

	@AfterEach
	void close() {
		this.fleet.close();
	}

	private CompletableFuture<HttpResponse<String>> pollThrough(EchoServer server, String query) throws Exception {
		CompletableFuture<HttpResponse<String>> response = server.getLater(query);
		this.owner.awaitPoll(query);
		return response;
	}

	@Test
	void namesTheServerInTheIdsOfItsSessions() throws Exception {
		String first = EchoServer.sid(this.owner.get("?EIO=4&transport=polling").body());
		String second = EchoServer.sid(this.owner.get("?EIO=4&transport=polling").body());
		assertThat(first).hasSize(32).startsWith(this.fleet.forwarding(0).tag());
		assertThat(second).hasSize(32).startsWith(this.fleet.forwarding(0).tag());
		assertThat(first.substring(8)).isNotEqualTo(second.substring(8));
	}

	@Test
	void forwardsPollsAndPosts() throws Exception {
		String query = this.owner.openPolling();
		CompletableFuture<HttpResponse<String>> poll = pollThrough(this.other, query);
		HttpResponse<String> post = this.fleet.server(2).post(query, "4hello");
		assertThat(post.statusCode()).isEqualTo(200);
		assertThat(post.body()).isEqualTo("ok");
		assertThat(poll.get(5, TimeUnit.SECONDS).body()).isEqualTo("4hello");
		assertThat(this.owner.received).containsExactly("hello");
		assertThat(this.fleet.forwarding(0).statistics().taken()).isEqualTo(2);
		await().until(() -> this.fleet.forwarding(1).statistics().underWay() == 0);
		assertThat(this.fleet.forwarding(1).statistics().forwarded()).isOne();
		assertThat(this.fleet.forwarding(1).statistics().failed()).isZero();
	}

	@Test
	void goesOnWithTheConnectionOfTheClient() throws Exception {
		String query = this.owner.openPolling();
		String request = "POST /engine.io/" + query + " HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n4a";
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.other.server.port())) {
			socket.setSoTimeout(5000);
			for (int i = 0; i < 3; i++) {
				socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
				String answer = readUntil(socket, "ok");
				assertThat(answer).startsWith("HTTP/1.1 200").doesNotContainIgnoringCase("connection: close");
			}
		}
		assertThat(this.owner.received).containsExactly("a", "a", "a");
	}

	private static String readUntil(Socket socket, String end) throws IOException {
		StringBuilder text = new StringBuilder();
		while (text.indexOf("\r\n\r\n") < 0 || !text.toString().endsWith(end)) {
			int next = socket.getInputStream().read();
			assertThat(next).as(text.toString()).isNotNegative();
			text.append((char) next);
		}
		return text.toString();
	}

	@Test
	void tunnelsTheUpgradeToAWebSocket() throws Exception {
		String query = this.owner.openPolling();
		TestWebSocket webSocket = this.other.webSocket(query.replace("polling", "websocket"));
		webSocket.send("2probe");
		assertThat(webSocket.next()).isEqualTo("3probe");
		webSocket.send("5");
		webSocket.send("4hello");
		assertThat(webSocket.next()).isEqualTo("4hello");
		String large = "4" + "x".repeat(900_000);
		webSocket.send(large);
		assertThat(webSocket.next()).hasSize(large.length());
		assertThat(this.fleet.forwarding(1).statistics().underWay()).isOne();
		webSocket.socket.abort();
		this.owner.awaitClosed("TRANSPORT_CLOSE");
		await().until(() -> this.fleet.forwarding(1).statistics().underWay() == 0);
	}

	@Test
	void endsTheWebSocketOfASessionThatEndsElsewhere() throws Exception {
		String query = this.owner.openPolling();
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.other.server.port())) {
			socket.setSoTimeout(5000);
			String upgrade = "GET /engine.io/" + query.replace("polling", "websocket")
					+ " HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
					+ "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
			socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
			assertThat(readUntil(socket, "\r\n\r\n")).startsWith("HTTP/1.1 101");
			for (String text : List.of("2probe", "5", "4hello")) {
				socket.getOutputStream().write(new byte[] { (byte) 0x81, (byte) (0x80 | text.length()), 0, 0, 0, 0 });
				socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
			}
			assertThat(new String(socket.getInputStream().readNBytes(16), StandardCharsets.US_ASCII)).contains("3probe",
					"4hello");
			this.owner.close();
			assertThat(socket.getInputStream().readAllBytes()).endsWith('1');
		}
		await().until(() -> this.fleet.forwarding(1).statistics().underWay() == 0);
	}

	@Test
	void letsTheWebSocketsOfOthersGoWhenItLeaves() throws Exception {
		String query = this.owner.openPolling();
		TestWebSocket webSocket = this.other.webSocket(query.replace("polling", "websocket"));
		webSocket.send("2probe");
		webSocket.next();
		webSocket.send("5");
		webSocket.send("4hello");
		webSocket.next();
		this.fleet.forwarding(1).drain(Duration.ofMillis(100));
		this.owner.awaitClosed("TRANSPORT_CLOSE");
	}

	@Test
	void passesALargeAnswerOn() throws Exception {
		String query = this.owner.openPolling();
		byte[] text = "x".repeat(3_000_000).getBytes(StandardCharsets.US_ASCII);
		EngineSession session = this.owner.session();
		session.executor().submit(() -> session.send(new OutboundMessage(text, List.of(), false))).get();
		assertThat(this.other.get(query).body()).hasSize(3_000_001);
	}

	@Test
	void letsTheOwnerSeeThatAPollWasCancelled() throws Exception {
		String query = this.owner.openPolling();
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.other.server.port())) {
			socket.getOutputStream()
				.write(("GET /engine.io/" + query + " HTTP/1.1\r\nHost: a\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			await().until(() -> this.fleet.forwarding(0).statistics().taken() == 1);
		}
		this.owner.awaitClosed("TRANSPORT_ERROR: poll connection closed prematurely");
		await().until(() -> this.fleet.forwarding(1).statistics().underWay() == 0);
	}

	@Test
	void knowsNoSessionWhoseServerIsGone() throws Exception {
		String query = this.owner.openPolling();
		CompletableFuture<HttpResponse<String>> poll = pollThrough(this.other, query);
		this.fleet.owners.remove(this.fleet.forwarding(0).tag());
		assertUnknownSession(this.other.get(query));
		this.owner.close();
		assertThat(poll.get(5, TimeUnit.SECONDS).statusCode()).isIn(200, 400);
	}

	@Test
	void knowsNoSessionWhoseServerDoesNotListenAnyMore() throws Exception {
		String query = this.owner.openPolling();
		this.owner.close();
		assertUnknownSession(this.other.get(query));
		assertUnknownSession(this.other.post(query, "4a"));
		assertThat(this.fleet.forwarding(1).statistics().failed()).isEqualTo(2);
		assertThat(this.fleet.forwarding(1).statistics().underWay()).isZero();
	}

	@Test
	void givesUpAServerThatSaysNothing() throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
			int impatient = this.fleet.add(
					EchoServer.options().pingInterval(Duration.ofMillis(200)).pingTimeout(Duration.ofMillis(100)), 10,
					(tag) -> (InetSocketAddress) silent.getLocalSocketAddress());
			assertUnknownSession(this.fleet.server(impatient).get(this.owner.openPolling()));
		}
	}

	@Test
	void knowsNoSessionThatNobodyHas() throws Exception {
		String known = this.owner.openPolling();
		String nobody = known.substring(0, known.length() - 4) + "AAAA";
		assertUnknownSession(this.other.get(nobody));
		assertUnknownSession(this.owner.get(nobody));
		assertUnknownSession(this.other.get("?EIO=4&transport=polling&sid=" + "A".repeat(32)));
		assertUnknownSession(this.other.get("?EIO=4&transport=polling&sid=" + "A".repeat(24)));
	}

	@Test
	void neverForwardsWhatWasForwarded() throws Exception {
		int misled = this.fleet.add(EchoServer.options(), 10,
				(tag) -> this.fleet.owners.get(this.fleet.forwarding(2).tag()));
		assertUnknownSession(this.fleet.server(misled).get(this.owner.openPolling()));
		assertThat(this.fleet.forwarding(2).statistics().taken()).isOne();
		assertThat(this.fleet.forwarding(2).statistics().forwarded()).isZero();
		assertThat(this.fleet.forwarding(0).statistics().taken()).isZero();
	}

	@Test
	void refusesMoreThanMayBeUnderWay() throws Exception {
		int small = this.fleet.add(EchoServer.options(), 1, this.fleet.owners::get);
		String first = this.owner.openPolling();
		String second = this.owner.openPolling();
		CompletableFuture<HttpResponse<String>> poll = pollThrough(this.fleet.server(small), first);
		assertThat(this.fleet.server(small).post(second, "4a").statusCode()).isEqualTo(503);
		assertThat(this.fleet.server(small).server.statistics().reached(Limit.FORWARDS)).isOne();
		this.owner.post(first, "4b");
		assertThat(poll.get(5, TimeUnit.SECONDS).body()).isEqualTo("4b");
		await().until(() -> this.fleet.forwarding(small).statistics().underWay() == 0);
		assertThat(this.fleet.server(small).post(second, "4a").statusCode()).isEqualTo(200);
	}

	@Test
	void hearsNobodyWithoutTheSecretWhereServersForward() throws Exception {
		InetSocketAddress address = this.fleet.owners.get(this.fleet.forwarding(0).tag());
		URI uri = URI.create("http://localhost:" + address.getPort() + "/engine.io/" + this.owner.openPolling());
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> this.owner.send(HttpRequest.newBuilder(uri).build()));
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> this.owner
			.send(HttpRequest.newBuilder(uri).header("Distributor-Forwarded", "A".repeat(80)).build()));
		assertThat(this.fleet.forwarding(0).statistics().rejected()).isGreaterThanOrEqualTo(2);
		assertThat(this.owner.closed).isEmpty();
	}

	@Test
	void passesOnWhatABrowserAsksForAndIsTold() throws Exception {
		EngineOptionsBuilder options = EchoServer.options()
			.cors(new CorsOptions(Set.of("https://page.example"), true, Set.of(), Duration.ofMinutes(1)));
		int first = this.fleet.add(options, 10, this.fleet.owners::get);
		int second = this.fleet.add(options, 10, this.fleet.owners::get);
		String query = this.fleet.server(first).openPolling();
		HttpRequest.Builder request = HttpRequest.newBuilder(this.fleet.server(second).uri(query))
			.POST(HttpRequest.BodyPublishers.ofString("4a"));
		HttpResponse<String> allowed = this.fleet.server(second)
			.send(request.copy().header("Origin", "https://page.example").build());
		assertThat(allowed.statusCode()).isEqualTo(200);
		assertThat(allowed.headers().allValues("Access-Control-Allow-Origin")).containsExactly("https://page.example");
		HttpResponse<String> refused = this.fleet.server(second)
			.send(request.copy().header("Origin", "https://evil.example").build());
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(this.fleet.forwarding(first).statistics().taken()).isOne();
	}

	private static void assertUnknownSession(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).isEqualTo(UNKNOWN_SESSION);
	}

}
