package io.distributor.engine.server;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.EngineSession;
import io.distributor.engine.session.OutboundMessage;
import io.distributor.engine.session.TransportType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the way from polling to a websocket.
 */
class UpgradeTests {

	private EchoServer echo = new EchoServer();

	@AfterEach
	void stop() {
		this.echo.close();
	}

	@ParameterizedTest
	@EnumSource(names = { "NIO", "EPOLL", "IO_URING" })
	void keepsASessionOnItsEventLoop(IoTransport transport) throws Exception {
		Assumptions.assumeTrue(transport != IoTransport.EPOLL || IoTransports.isEpollAvailable());
		Assumptions.assumeTrue(transport != IoTransport.IO_URING || IoTransports.isIoUringAvailable());
		restart(EchoServer.options().ioTransport(transport));
		List<TestWebSocket> webSockets = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			webSockets.add(upgrade(this.echo.openPolling()));
		}
		for (int i = 0; i < webSockets.size(); i++) {
			webSockets.get(i).send("4message " + i);
			assertThat(webSockets.get(i).next()).isEqualTo("4message " + i);
		}
		// All of them were opened on one connection, and their websockets on several.
		assertThat(this.echo.sessions.stream().map(EngineSession::executor).distinct()).hasSize(1);
	}

	@Test
	void endsThePollThatWaitsWithANoop() throws Exception {
		String query = this.echo.openPolling();
		CompletableFuture<HttpResponse<String>> poll = this.echo.poll(query);
		TestWebSocket webSocket = probe(query);
		assertThat(poll.get(5, TimeUnit.SECONDS).body()).isEqualTo("6");
		CompletableFuture<HttpResponse<String>> late = this.echo.getLater(query);
		assertThat(late.get(5, TimeUnit.SECONDS).body()).isEqualTo("6");
		webSocket.send("5");
		webSocket.send("4up");
		assertThat(webSocket.next()).isEqualTo("4up");
	}

	@Test
	void neitherLosesNorDoublesPacketsSentMeanwhile() throws Exception {
		for (int round = 0; round < 5; round++) {
			List<String> got = new ArrayList<>();
			String query = this.echo.openPolling();
			CompletableFuture<HttpResponse<String>> poll = this.echo.poll(query);
			EngineSession session = (EngineSession) this.echo.sessions.toArray()[round];
			Thread sender = new Thread(() -> sendNumbers(session, 2000));
			sender.start();
			TestWebSocket webSocket = probe(query);
			got.addAll(List.of(poll.get(5, TimeUnit.SECONDS).body().split("\u001e")));
			webSocket.send("5");
			while (got.isEmpty() || !got.get(got.size() - 1).equals("41999")) {
				got.add(webSocket.next());
			}
			sender.join();
			got.remove("6");
			assertThat(got).hasSize(2000);
			for (int i = 0; i < 2000; i++) {
				assertThat(got.get(i)).isEqualTo("4" + i);
			}
		}
	}

	private static void sendNumbers(EngineSession session, int count) {
		for (int i = 0; i < count; i++) {
			OutboundMessage message = new OutboundMessage(Integer.toString(i).getBytes(), List.of(), false);
			session.executor().execute(() -> session.send(message));
		}
	}

	@Test
	void staysOnPollingWhenTheWebSocketIsClosed() throws Exception {
		String query = this.echo.openPolling();
		probe(query).socket.abort();
		this.echo.post(query, "4still here");
		assertThat(this.echo.get(query).body()).isEqualTo("4still here");
		assertThat(this.echo.session().transport()).isEqualTo(TransportType.POLLING);
		upgrade(query);
	}

	@Test
	void staysOnPollingWhenTheProbeIsMalformed() throws Exception {
		String query = this.echo.openPolling();
		TestWebSocket webSocket = this.echo.webSocket(query.replace("polling", "websocket"));
		webSocket.send("4too early");
		assertThat(webSocket.closeCode()).isEqualTo(1002);
		this.echo.post(query, "4still here");
		assertThat(this.echo.get(query).body()).isEqualTo("4still here");
		assertThat(this.echo.received).containsExactly("still here");
	}

	@Test
	void closesAWebSocketThatDoesNotUpgradeInTime() throws Exception {
		restart(EchoServer.options().upgradeTimeout(Duration.ofMillis(500)));
		String query = this.echo.openPolling();
		assertThat(probe(query).closeCode()).isEqualTo(1002);
		this.echo.post(query, "4still here");
		assertThat(this.echo.get(query).body()).isEqualTo("4still here");
	}

	@Test
	void closesASecondWebSocketAndKeepsTheFirst() throws Exception {
		String query = this.echo.openPolling();
		TestWebSocket first = probe(query);
		assertThat(this.echo.webSocket(query.replace("polling", "websocket")).closeCode()).isEqualTo(1002);
		first.send("5");
		assertThat(this.echo.webSocket(query.replace("polling", "websocket")).closeCode()).isEqualTo(1002);
		first.send("4first");
		assertThat(first.next()).isEqualTo("4first");
		assertThat(this.echo.get(query).statusCode()).isEqualTo(400);
		assertThat(this.echo.server.statistics().upgradedSessions()).isEqualTo(1);
	}

	@Test
	void closesTheProbedWebSocketWithTheSession() throws Exception {
		String query = this.echo.openPolling();
		TestWebSocket webSocket = probe(query);
		this.echo.session().close(CloseReason.FORCED_CLOSE, null);
		assertThat(webSocket.closeCode()).isEqualTo(1000);
		assertThat(this.echo.get(query).body()).isEqualTo("1");
	}

	@Test
	void closesTheSessionWithItsUpgradedWebSocket() throws Exception {
		upgrade(this.echo.openPolling()).socket.abort();
		this.echo.awaitClosed("TRANSPORT_CLOSE: null");
		assertThat(this.echo.server.statistics().openSessions()).isZero();
	}

	private TestWebSocket probe(String query) throws Exception {
		TestWebSocket webSocket = this.echo.webSocket(query.replace("polling", "websocket"));
		webSocket.send("2probe");
		assertThat(webSocket.next()).isEqualTo("3probe");
		return webSocket;
	}

	private TestWebSocket upgrade(String query) throws Exception {
		TestWebSocket webSocket = probe(query);
		webSocket.send("5");
		webSocket.send("4upgraded");
		assertThat(webSocket.next()).isEqualTo("4upgraded");
		assertThat(this.echo.foreignLoops).isEmpty();
		return webSocket;
	}

	private void restart(EngineOptionsBuilder options) {
		this.echo.close();
		this.echo = new EchoServer(options);
	}

}
