package io.distributor.engine.server;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import io.distributor.engine.compression.CompressionOptions;
import io.distributor.engine.fuzz.Mutations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whatever arrives on a connection, no session outlives it and others are served.
 */
class ServerFuzzTests {

	private static final int ROUNDS = 300;

	private static final String WEB_SOCKET = "GET /engine.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\n"
			+ "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
			+ "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

	private final EchoServer echo = new EchoServer(EchoServer.options()
		.allowRevision3(true)
		.compression(new CompressionOptions(true, true, 0, 8_000_000))
		.pingInterval(Duration.ofSeconds(1))
		.pingTimeout(Duration.ofSeconds(1)));

	@AfterEach
	void stop() {
		this.echo.close();
	}

	@Test
	void survivesRequests() throws Exception {
		String query = this.echo.openPolling();
		List<byte[]> requests = Stream
			.of("GET /engine.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: a\r\n\r\n",
					"GET /engine.io/?EIO=3&transport=polling&j=0&b64=1 HTTP/1.1\r\nHost: a\r\n\r\n",
					"GET /engine.io/" + query + " HTTP/1.1\r\nHost: a\r\nOrigin: http://a\r\n\r\n",
					"POST /engine.io/" + query + " HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\n4hello",
					"POST /engine.io/" + query + " HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n4a\r\n0\r\n\r\n",
					"OPTIONS /engine.io/ HTTP/1.1\r\nHost: a\r\nOrigin: http://b\r\n\r\n", WEB_SOCKET)
			.map((text) -> text.getBytes(StandardCharsets.UTF_8))
			.toList();
		Mutations.fuzz(requests, ROUNDS, (input) -> send(new byte[0], input));
		assertServes();
	}

	@Test
	void survivesFrames() throws Exception {
		List<byte[]> frames = List.of(RawClient.masked(0x81, "4hello".getBytes(StandardCharsets.UTF_8)),
				RawClient.masked(0x82, new byte[] { 1, 2, 3 }), RawClient.masked(0x01, new byte[] { '4' }),
				RawClient.masked(0x80, new byte[200]), RawClient.masked(0x89, new byte[] { 1 }),
				RawClient.masked(0x88, new byte[] { 3, -24 }),
				RawClient.masked(0x81, "3".getBytes(StandardCharsets.UTF_8)));
		Mutations.fuzz(frames, ROUNDS, (input) -> send(WEB_SOCKET.getBytes(StandardCharsets.US_ASCII), input));
		assertServes();
	}

	@Test
	void survivesCompressedFrames() throws Exception {
		byte[] hello = HexFormat.of().parseHex("32c948cdc9c90700");
		List<byte[]> frames = List.of(RawClient.masked(0xC1, hello), RawClient.masked(0x41, hello),
				RawClient.masked(0x80, hello), RawClient.masked(0xC2, new byte[1]));
		String handshake = WEB_SOCKET.replace("Upgrade: websocket",
				"Upgrade: websocket\r\nSec-WebSocket-Extensions: permessage-deflate");
		Mutations.fuzz(frames, ROUNDS, (input) -> send(handshake.getBytes(StandardCharsets.US_ASCII), input));
		assertServes();
	}

	/** Sends bytes and takes what comes until the server has seen their end. */
	private void send(byte[] handshake, byte[] input) {
		try (Socket socket = new Socket("localhost", this.echo.server.port())) {
			socket.setSoTimeout(10);
			socket.getOutputStream().write(handshake);
			if (handshake.length > 0) {
				socket.getInputStream().read();
			}
			socket.getOutputStream().write(input);
			socket.shutdownOutput();
			socket.getInputStream().read();
		}
		catch (IOException ex) {
			// The server may close or reset the connection, or wait for more.
			assertThat(ex.getMessage()).isNotEmpty();
		}
	}

	private void assertServes() throws Exception {
		await().untilAsserted(() -> assertThat(this.echo.server.statistics().openSessions()).isZero());
		String query = this.echo.openPolling();
		this.echo.post(query, "4still here");
		assertThat(this.echo.get(query).body()).isEqualTo("4still here");
	}

}
