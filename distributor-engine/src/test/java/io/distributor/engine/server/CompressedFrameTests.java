package io.distributor.engine.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import io.distributor.engine.compression.CompressionOptions;
import io.distributor.engine.compression.RawDeflater;
import io.distributor.engine.limit.Limit;
import io.distributor.engine.protocol.engineio.PacketCodec;
import io.distributor.engine.session.EngineSession;
import io.distributor.engine.session.OutboundMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests of permessage-deflate, by sentences of RFC 7692.
 */
class CompressedFrameTests {

	private static final String QUERY = "?EIO=4&transport=websocket";

	private static final String OFFER = "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits";

	private static final String AGREED = "sec-websocket-extensions: permessage-deflate; server_no_context_takeover;"
			+ " client_no_context_takeover\r\n";

	private static final int MAX_PAYLOAD = 10_000;

	private final EchoServer echo = new EchoServer(
			EchoServer.options().maxPayload(MAX_PAYLOAD).compression(new CompressionOptions(true, false, 100, 50_000)));

	private final List<RawClient> clients = new ArrayList<>();

	private final RawDeflater deflater = new RawDeflater();

	@AfterEach
	void stop() throws IOException {
		for (RawClient client : this.clients) {
			client.close();
		}
		this.echo.close();
		this.deflater.close();
	}

	@Test
	void goesOnUncompressedUnlessAnOfferIsAcceptable() throws Exception {
		RawClient client = open("Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=9");
		client.frame(0x81, text(500));
		assertThat(client.readFrame()[0]).isEqualTo((byte) 0x81);
		client.frame(0xC1, deflate(text(500)));
		assertThat(client.readClose()).isEqualTo(1002);
	}

	@Test
	void compressesMessagesFromTheThresholdOn() throws Exception {
		RawClient client = open(OFFER);
		client.frame(0x81, text(100));
		byte[] frame = client.readFrame();
		assertThat(frame[0]).isEqualTo((byte) 0xC1);
		assertThat(inflate(frame)).isEqualTo(text(100));
		client.frame(0x81, text(99));
		frame = client.readFrame();
		assertThat(frame[0]).isEqualTo((byte) 0x81);
		assertThat(frame).hasSize(100);
	}

	@Test
	void keepsNoContextFromOneMessageToTheNext() throws Exception {
		RawClient client = open(OFFER);
		client.frame(0xC1, deflate(text(5000)));
		byte[] first = client.readFrame();
		client.frame(0xC1, deflate(text(5000)));
		assertThat(client.readFrame()).isEqualTo(first);
		assertThat(inflate(first)).isEqualTo(text(5000));
	}

	@Test
	void sendsAsItIsWhatWouldNotGetSmaller() throws Exception {
		byte[] noise = new byte[3000];
		new SplittableRandom(1).nextBytes(noise);
		RawClient client = open(OFFER);
		client.frame(0x82, noise);
		byte[] frame = client.readFrame();
		assertThat(frame[0]).isEqualTo((byte) 0x82);
		assertThat(Arrays.copyOfRange(frame, 1, frame.length)).isEqualTo(noise);
	}

	@Test
	void compressesEachFrameOfAMessageWithAttachments() throws Exception {
		RawClient client = open(OFFER);
		this.echo.session().send(new OutboundMessage(new byte[70_000], List.of(new byte[50], new byte[300]), false));
		assertThat(inflate(client.readFrame())).hasSize(70_001).startsWith('4');
		assertThat(client.readFrame()).hasSize(51).startsWith(0x82);
		byte[] last = client.readFrame();
		assertThat(last[0]).isEqualTo((byte) 0xC2);
		assertThat(inflate(last)).isEqualTo(new byte[300]);
	}

	@Test
	void takesMessagesThatAreNotCompressedToo() throws Exception {
		RawClient client = open(OFFER);
		client.frame(0xC1, deflate(bytes("4first")));
		assertThat(client.readText()).isEqualTo("4first");
		client.frame(0x81, bytes("4second"));
		assertThat(client.readText()).isEqualTo("4second");
	}

	@Test
	void takesAnEmptyMessage() throws Exception {
		RawClient client = open(OFFER);
		client.frame(0xC2, new byte[1]);
		assertThat(client.readFrame()).containsExactly(0x82);
	}

	@Test
	void joinsTheFramesOfACompressedMessageWithAControlFrameBetweenThem() throws Exception {
		byte[] message = deflate(bytes("4hello, hello, hello"));
		RawClient client = open(OFFER);
		client.frame(0x41, Arrays.copyOf(message, 3));
		client.frame(0x89, bytes("there?"));
		client.frame(0x00, new byte[0]);
		client.frame(0x80, Arrays.copyOfRange(message, 3, message.length));
		assertThat(client.readFrame()).startsWith(0x8A);
		assertThat(client.readText()).isEqualTo("4hello, hello, hello");
	}

	@ParameterizedTest
	@CsvSource({ "another reserved bit,a1", "two reserved bits,e1", "compressed ping,c9", "compressed close,c8",
			"compressed continuation of nothing,c0", "reserved opcode,c3" })
	void closesOnABitThatMustNotBeSet(String violation, String first) throws Exception {
		RawClient client = open(OFFER);
		client.frame(Integer.parseInt(first, 16), new byte[] { 3, -24 });
		assertThat(client.readClose()).as(violation).isEqualTo(1002);
		this.echo.awaitClosed("TRANSPORT_ERROR");
	}

	@Test
	void closesOnAContinuationThatSaysItIsCompressed() throws Exception {
		RawClient client = open(OFFER);
		client.frame(0x41, new byte[] { 1 });
		client.frame(0xC0, new byte[] { 2 });
		assertThat(client.readClose()).isEqualTo(1002);
	}

	@Test
	void closesOnDataThatIsNotCompressed() throws Exception {
		RawClient client = open(OFFER);
		client.frame(0xC1, new byte[] { -1, -1, -1 });
		assertThat(client.readClose()).isEqualTo(1007);
		this.echo.awaitClosed("PARSE_ERROR: compressed message");
	}

	@Test
	void closesOnAMessageThatIsCutOff() throws Exception {
		byte[] message = deflate(text(500));
		RawClient client = open(OFFER);
		client.frame(0xC1, Arrays.copyOf(message, message.length - 5));
		assertThat(client.readClose()).isEqualTo(1007);
	}

	@Test
	void closesOnTextThatIsNotUtf8WhenDecompressed() throws Exception {
		RawClient client = open(OFFER);
		client.frame(0xC1, deflate(new byte[] { '4', (byte) 0xC3, '(' }));
		assertThat(client.readClose()).isEqualTo(1007);
	}

	@Test
	void closesOnAMessageThatGetsTooLarge() throws Exception {
		RawClient client = open(OFFER);
		client.frame(0xC2, deflate(new byte[MAX_PAYLOAD]));
		assertThat(inflate(client.readFrame())).hasSize(MAX_PAYLOAD);
		client.frame(0xC2, deflate(new byte[MAX_PAYLOAD + 1]));
		assertThat(client.readClose()).isEqualTo(1009);
		this.echo.awaitClosed("PAYLOAD_TOO_LARGE: compressed message: more than 10000 bytes");
		assertThat(this.echo.server.statistics().reached(Limit.PAYLOAD)).isOne();
	}

	@Test
	void readsMoreSlowlyFromAClientWhoseMessagesBecomeTooMuch() throws Exception {
		RawClient client = open(OFFER);
		for (int i = 0; i < 8; i++) {
			client.frame(0xC2, deflate(new byte[MAX_PAYLOAD]));
		}
		for (int i = 0; i < 8; i++) {
			assertThat(inflate(client.readFrame())).hasSize(MAX_PAYLOAD);
		}
		assertThat(this.echo.server.statistics().reached(Limit.DECOMPRESSION)).isPositive();
		assertThat(this.echo.closed).isEmpty();
	}

	@Test
	void goesOnAfterThatWhenTheSessionDoes() throws Exception {
		RawClient client = open(OFFER);
		this.echo.pauseAfterEachMessage = true;
		client.frame(0xC1, deflate(text(9_000)));
		assertThat(inflate(client.readFrame())).hasSize(9_000);
		for (int i = 0; i < 8; i++) {
			client.frame(0xC1, deflate(text(9_000)));
		}
		EngineSession session = this.echo.session();
		this.echo.pauseAfterEachMessage = false;
		session.executor().execute(session::resumeReading);
		for (int i = 0; i < 8; i++) {
			assertThat(inflate(client.readFrame())).hasSize(9_000);
		}
		assertThat(this.echo.server.statistics().reached(Limit.DECOMPRESSION)).isPositive();
	}

	@Test
	void agreesWithAWebSocketThatASessionMovesTo() throws Exception {
		String query = this.echo.openPolling();
		RawClient client = RawClient.webSocket(this.echo.server, query.replace("polling", "websocket"), OFFER);
		this.clients.add(client);
		assertThat(client.head()).contains(AGREED);
		client.frame(0xC1, deflate(bytes("2probe")));
		assertThat(client.readText()).isEqualTo("3probe");
		client.frame(0x81, bytes("5"));
		client.frame(0xC1, deflate(text(500)));
		assertThat(inflate(client.readFrame())).isEqualTo(text(500));
	}

	@Test
	void agreesOnNothingUnlessToldTo() throws Exception {
		try (EchoServer plain = new EchoServer(); RawClient client = RawClient.webSocket(plain.server, QUERY, OFFER)) {
			assertThat(client.head()).doesNotContainIgnoringCase("sec-websocket-extensions");
		}
	}

	@Test
	void compressesABroadcastOnceForAllThatAgreed() throws Exception {
		RawClient plain = open("X-Nothing: agreed");
		List<RawClient> agreed = List.of(open(OFFER), open(OFFER), open(OFFER), open(OFFER));
		await().untilAsserted(() -> assertThat(this.echo.sessions).hasSize(5));
		OutboundMessage news = new OutboundMessage(text(5000), List.of(), false);
		AtomicInteger compressions = new AtomicInteger();
		byte[] shared = news.frames(PacketCodec.REVISION_4, (frames) -> {
			compressions.incrementAndGet();
			return new byte[] { (byte) 0xC1, 3, 1, 2, 3 };
		});
		this.echo.sessions.forEach((session) -> session.executor().execute(() -> session.send(news)));
		assertThat(plain.readFrame()).hasSize(5002).startsWith(0x81);
		for (RawClient client : agreed) {
			assertThat(client.readFrame()).as("what was compressed once").containsExactly(0xC1, 1, 2, 3);
		}
		assertThat(compressions).hasValue(1);
		assertThat(shared).hasSize(5);
	}

	private RawClient open(String header) throws IOException {
		RawClient client = RawClient.webSocket(this.echo.server, QUERY, header);
		this.clients.add(client);
		String head = client.head();
		if (header.equals(OFFER)) {
			assertThat(head).startsWith("HTTP/1.1 101").contains(AGREED);
		}
		else {
			assertThat(head).startsWith("HTTP/1.1 101").doesNotContainIgnoringCase("sec-websocket-extensions");
		}
		assertThat(client.readText()).startsWith("0{");
		return client;
	}

	private byte[] deflate(byte[] message) {
		byte[] target = new byte[message.length + 100];
		return Arrays.copyOf(target, this.deflater.deflate(ByteBuffer.wrap(message), target) - 4);
	}

	private static byte[] inflate(byte[] frame) throws DataFormatException {
		Inflater inflater = new Inflater(true);
		byte[] compressed = Arrays.copyOf(frame, frame.length + 4);
		compressed[frame.length + 2] = (byte) 0xFF;
		compressed[frame.length + 3] = (byte) 0xFF;
		inflater.setInput(compressed, 1, compressed.length - 1);
		byte[] message = new byte[100_000];
		int length = inflater.inflate(message);
		inflater.end();
		return Arrays.copyOf(message, length);
	}

	private static byte[] text(int length) {
		return bytes("4" + "some words again and again, ".repeat(length / 28 + 1).substring(1, length));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
