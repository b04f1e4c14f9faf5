package io.distributor.tests.security;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.Deflater;

import io.distributor.engine.compression.CompressionOptions;
import io.distributor.engine.limit.Limit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attacks on a server that compresses.
 */
class CompressionAttackTests {

	private static final String OFFER = "Sec-WebSocket-Extensions: permessage-deflate";

	private static final int MAX_PAYLOAD = 10_000;

	private final Target target = Target.start((options) -> options.engine((engine) -> engine.maxPayload(MAX_PAYLOAD)
		.compression(new CompressionOptions(true, true, 1024, 8_000_000))));

	@AfterEach
	void stop() {
		this.target.close();
	}

	@Test
	void attack15CompressionKeepsNothingForAConnection() throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			assertThat(attacker.upgrade(Attacker.WEB_SOCKET, OFFER)).startsWith("HTTP/1.1 101")
				.contains("server_no_context_takeover", "client_no_context_takeover");
		}
	}

	@Test
	void attack16BombInAMessage() throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			attacker.join("/", OFFER);
			attacker.frame(0xC1, deflate("42[\"bomb\",\"" + "a".repeat(5_000_000) + "\"]"));
			assertThat(attacker.readClose()).isEqualTo(1009);
		}
		this.target.awaitSessions(0);
		assertThat(this.target.reached(Limit.PAYLOAD)).isOne();
		assertThat(this.target.events).isEmpty();
		this.target.assertServesOthers();
	}

	@Test
	void attack16BombInManyFrames() throws IOException {
		byte[] bomb = deflate("42[\"bomb\",\"" + "a".repeat(5_000_000) + "\"]");
		try (Attacker attacker = this.target.attacker()) {
			attacker.join("/", OFFER);
			attacker.frame(0x41, Arrays.copyOf(bomb, 10));
			for (int i = 10; i < 500; i++) {
				attacker.frame(0x00, new byte[] { bomb[i] });
			}
			attacker.frame(0x80, Arrays.copyOfRange(bomb, 500, bomb.length));
			assertThat(attacker.readClose()).isEqualTo(1009);
		}
		this.target.assertServesOthers();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 5, 20 })
	void attack16MessageThatIsCutOff(int length) throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			attacker.join("/", OFFER);
			attacker.frame(0xC1, Arrays.copyOf(deflate("42[\"hello\",\"to whom it may concern\"]"), length));
			assertThat(attacker.readClose()).isEqualTo(1007);
		}
		this.target.awaitSessions(0);
		this.target.assertServesOthers();
	}

	@Test
	void attack16CompressedBodyWhereResponsesAreCompressed() throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			String session = attacker.openPolling();
			assertThat(attacker.post(session, "x", "Content-Encoding: deflate")).startsWith("HTTP/1.1 400");
		}
		this.target.awaitSessions(0);
	}

	private static byte[] deflate(String message) {
		Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
		deflater.setInput(message.getBytes());
		byte[] compressed = new byte[message.length() + 100];
		int length = deflater.deflate(compressed, 0, compressed.length, Deflater.SYNC_FLUSH);
		deflater.end();
		return Arrays.copyOf(compressed, length - 4);
	}

}
