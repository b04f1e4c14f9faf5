package io.distributor.engine.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.distributor.engine.limit.Limit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of what many clients have begun to send and not completed.
 */
class IncompleteTests {

	private static final int PIECE = 60_000;

	private final EchoServer echo = new EchoServer(EchoServer.options().maxIncompleteBytes(100_000));

	@AfterEach
	void stop() {
		this.echo.close();
	}

	@Test
	void closesAWebSocketWhenTooMuchOfAllClientsIsIncomplete() throws Exception {
		try (RawClient first = open(); RawClient second = open(); RawClient third = open()) {
			first.frame(0x01, new byte[PIECE]);
			awaitRead(first);
			second.frame(0x01, new byte[PIECE]);
			assertThat(second.readClose()).isEqualTo(1002);
			assertThat(this.echo.server.statistics().reached(Limit.INCOMPLETE)).isOne();
			first.frame(0x80, bytes("x"));
			assertThat(first.readClose()).as("no packet, but complete").isEqualTo(1007);
			third.frame(0x01, bytes("4" + "x".repeat(PIECE)));
			third.frame(0x80, bytes("y"));
			assertThat(third.readText()).hasSize(PIECE + 2);
		}
	}

	@Test
	void letsSmallMessagesThroughWhateverOthersDo() throws Exception {
		try (RawClient first = open(); RawClient second = open(); RawClient small = open()) {
			first.frame(0x01, new byte[PIECE]);
			awaitRead(first);
			second.frame(0x01, new byte[PIECE]);
			small.frame(0x01, bytes("4sm"));
			small.frame(0x80, bytes("all"));
			assertThat(small.readText()).isEqualTo("4small");
		}
	}

	@Test
	void refusesABodyWhenTooMuchOfAllClientsIsIncomplete() throws Exception {
		String query = this.echo.openPolling();
		try (RawClient webSocket = open(); RawClient posting = new RawClient(this.echo.server)) {
			webSocket.frame(0x01, new byte[PIECE]);
			awaitRead(webSocket);
			posting.write("POST /engine.io/" + query + " HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n");
			posting.write(new byte[PIECE]);
			assertThat(posting.response()).startsWith("HTTP/1.1 503");
			this.echo.awaitClosed("TRANSPORT_ERROR: data request connection closed prematurely");
		}
	}

	@Test
	void forgetsWhatWasIncompleteWithItsConnection() throws Exception {
		for (int i = 0; i < 5; i++) {
			try (RawClient client = open()) {
				client.frame(0x01, new byte[PIECE]);
				awaitRead(client);
			}
			int closed = i + 1;
			await().untilAsserted(() -> assertThat(this.echo.closed).hasSize(closed));
		}
		assertThat(this.echo.server.statistics().reached(Limit.INCOMPLETE)).isZero();
	}

	private RawClient open() throws IOException {
		RawClient client = RawClient.webSocket(this.echo.server, "?EIO=4&transport=websocket");
		client.head();
		client.readText();
		return client;
	}

	/** The answer to a ping tells that all before it was read. */
	private static void awaitRead(RawClient client) throws IOException {
		client.frame(0x89, new byte[1]);
		assertThat(client.readFrame()[0]).isEqualTo((byte) 0x8A);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
