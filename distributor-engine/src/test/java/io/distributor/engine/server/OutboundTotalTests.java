package io.distributor.engine.server;

import java.util.Arrays;
import java.util.List;

import io.distributor.engine.limit.Limit;
import io.distributor.engine.session.EngineSession;
import io.distributor.engine.session.OutboundMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of what waits for all clients together to read it.
 */
class OutboundTotalTests {

	private final EchoServer echo = new EchoServer(
			EchoServer.options().ioThreads(1).maxOutboundBytes(64 * 1024 * 1024).maxOutboundTotalBytes(1_000_000));

	@AfterEach
	void stop() {
		this.echo.close();
	}

	@Test
	void closesThePollingSessionWithMostWaiting() throws Exception {
		EngineSession ann = openPolling();
		EngineSession bob = openPolling();
		send(ann, 600_000, false);
		send(bob, 300_000, false);
		assertThat(this.echo.server.statistics().unreadBytes()).isBetween(900_000L, 901_000L);
		send(bob, 200_000, false);
		this.echo.awaitClosed("SLOW_CONSUMER: slow consumer: more than 1000000 bytes not read by all clients");
		assertThat(this.echo.get("?EIO=4&transport=polling&sid=" + ann.id()).body()).contains("Session ID unknown");
		assertThat(this.echo.get("?EIO=4&transport=polling&sid=" + bob.id()).body()).hasSize(500_003);
		assertThat(this.echo.server.statistics().reached(Limit.OUTBOUND_TOTAL)).isOne();
		await().untilAsserted(() -> assertThat(this.echo.server.statistics().unreadBytes()).isZero());
	}

	@Test
	void dropsVolatileMessagesOfSlowClientsBefore() throws Exception {
		EngineSession ann = openPolling();
		EngineSession bob = openPolling();
		send(ann, 400_000, false);
		send(bob, 300_000, false);
		send(bob, 100_000, true);
		assertThat(this.echo.server.statistics().droppedMessages()).isOne();
		assertThat(this.echo.closed).isEmpty();
	}

	@Test
	void closesTheWebSocketWithMostWaitingWhileOthersAreServed() throws Exception {
		TestWebSocket reading = this.echo.openWebSocket();
		reading.next();
		EngineSession good = this.echo.session();
		try (RawClient client = RawClient.webSocket(this.echo.server, "?EIO=4&transport=websocket")) {
			client.head();
			String sid = EchoServer.sid(client.readText());
			await().untilAsserted(() -> {
				send(this.echo.session(sid), 200_000, false);
				assertThat(this.echo.closed).singleElement().asString().contains("not read by all clients");
			});
		}
		send(good, 1000, false);
		assertThat(reading.next()).hasSize(1001);
	}

	private EngineSession openPolling() throws Exception {
		String query = this.echo.openPolling();
		return this.echo.session(query.substring(query.lastIndexOf('=') + 1));
	}

	private static void send(EngineSession session, int length, boolean droppable) throws InterruptedException {
		byte[] text = new byte[length];
		Arrays.fill(text, (byte) 'x');
		session.executor().submit(() -> session.send(new OutboundMessage(text, List.of(), droppable))).sync();
	}

}
