package io.distributor.engine.server;

import java.util.List;

import io.distributor.engine.session.OutboundMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of websockets on a real server.
 */
class WebSocketTests {

	private final EchoServer echo = new EchoServer();

	@AfterEach
	void stop() {
		this.echo.close();
	}

	@Test
	void opensASession() throws Exception {
		assertThat(this.echo.openWebSocket().next()).startsWith("0{\"sid\":\"").contains("\"upgrades\":[]");
	}

	@Test
	void writesTheHandshakeAndTheOpenPacketTogether() throws Exception {
		try (RawClient client = RawClient.webSocket(this.echo.server, "?EIO=4&transport=websocket")) {
			assertThat(client.readPiece()).startsWith("HTTP/1.1 101").contains("0{\"sid\":\"");
		}
	}

	@Test
	void echoesTextAndBinary() throws Exception {
		TestWebSocket webSocket = this.echo.openWebSocket();
		webSocket.next();
		webSocket.send("4hello €");
		assertThat(webSocket.next()).isEqualTo("4hello €");
		webSocket.send(new byte[] { 0, 1, 2, -1 });
		assertThat(webSocket.nextBinary()).containsExactly(0, 1, 2, -1);
	}

	@Test
	void upgradesASession() throws Exception {
		String query = this.echo.openPolling();
		TestWebSocket webSocket = this.echo.webSocket(query.replace("polling", "websocket"));
		webSocket.send("2probe");
		assertThat(webSocket.next()).isEqualTo("3probe");
		webSocket.send("5");
		webSocket.send("4hello");
		assertThat(webSocket.next()).isEqualTo("4hello");
	}

	@Test
	void sendsALargeMessageToSeveralSessionsInPieces() throws Exception {
		String text = "0123456789".repeat(400_000);
		OutboundMessage message = new OutboundMessage(text.getBytes(), List.of(), false);
		try (RawClient first = RawClient.webSocket(this.echo.server, "?EIO=4&transport=websocket");
				RawClient second = RawClient.webSocket(this.echo.server, "?EIO=4&transport=websocket");
				RawClient third = RawClient.webSocket(this.echo.server, "?EIO=4&transport=websocket")) {
			await().until(() -> this.echo.sessions.size() == 3);
			this.echo.sessions.forEach((session) -> session.executor().execute(() -> session.send(message)));
			for (RawClient client : List.of(first, second, third)) {
				assertThat(client.head()).startsWith("HTTP/1.1 101");
				assertThat(client.readText()).startsWith("0{");
				assertThat(client.readText().equals("4" + text)).isTrue();
			}
		}
	}

}
