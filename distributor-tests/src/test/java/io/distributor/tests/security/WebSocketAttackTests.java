package io.distributor.tests.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import io.distributor.engine.limit.Limit;
import io.distributor.engine.namespace.OutboundPacket;
import io.distributor.engine.namespace.SocketHandler;
import io.distributor.engine.protocol.socketio.PacketArguments;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attacks by frames of a websocket, and by not reading them.
 */
class WebSocketAttackTests {

	private final Target target = Target.start((options) -> options.engine((engine) -> engine.maxPayload(10_000)
		.maxFragments(100)
		.messageTimeout(Duration.ofMillis(300))
		.upgradeTimeout(Duration.ofMillis(300))
		.maxOutboundBytes(100_000)));

	@AfterEach
	void stop() {
		this.target.close();
	}

	@Test
	void attack13TinyFragments() throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			attacker.join("/");
			attacker.frame(0x01, new byte[0]);
			for (int i = 0; i < 100; i++) {
				attacker.frame(0x00, new byte[0]);
			}
			assertThat(attacker.readClose()).isEqualTo(1009);
		}
		assertThat(this.target.reached(Limit.FRAGMENTS)).isOne();
	}

	@Test
	void attack13MessageThatNeverEnds() throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			attacker.join("/");
			attacker.frame(0x01, new byte[] { '4' });
			assertThat(attacker.readClose()).isEqualTo(1002);
		}
		assertThat(this.target.reached(Limit.MESSAGE_TIME)).isOne();
	}

	@Test
	void attack14ContinuationFramesWithoutBound() throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			attacker.join("/");
			attacker.frame(0x02, new byte[6_000]);
			attacker.frame(0x00, new byte[6_000]);
			assertThat(attacker.readClose()).isEqualTo(1009);
		}
		assertThat(this.target.reached(Limit.PAYLOAD)).isOne();
	}

	@Test
	void attack15ExtensionsAreNotAgreedOn() throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			assertThat(attacker.upgrade(Attacker.WEB_SOCKET,
					"Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits"))
				.startsWith("HTTP/1.1 101")
				.doesNotContainIgnoringCase("Sec-WebSocket-Extensions");
		}
	}

	@Test
	void attack16CompressedMessage() throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			attacker.join("/");
			attacker.frame(0xC1, new byte[] { 1, 2, 3 });
			assertThat(attacker.readClose()).isEqualTo(1002);
		}
	}

	@Test
	void attack19CloseFrameWithMoreThanItsText() throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			attacker.join("/");
			attacker.send("x");
			byte[] frame = attacker.readFrame();
			assertThat(frame[0]).isEqualTo((byte) 0x88);
			assertThat(Arrays.copyOf(Arrays.copyOfRange(frame, 1, frame.length), 2)).containsExactly(0x03, 0xEF);
			assertThat(new String(frame, 3, frame.length - 3, StandardCharsets.UTF_8)).matches("[ -~]*");
		}
	}

	@Test
	void attack20MessageLargerThanAllowed() throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			attacker.join("/");
			attacker.write(new byte[] { (byte) 0x82, (byte) 0xFF, 0x7F, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4 });
			assertThat(attacker.readClose()).isEqualTo(1009);
		}
	}

	@Test
	void attack32UpgradeThatIsNeverFinished() throws IOException {
		try (Attacker polling = this.target.attacker(); Attacker upgrading = this.target.attacker()) {
			String session = polling.openPolling();
			assertThat(upgrading.upgrade(session.replace("polling", "websocket"))).startsWith("HTTP/1.1 101");
			upgrading.send("2probe");
			assertThat(upgrading.readText()).isEqualTo("3probe");
			assertThat(upgrading.readClose()).isEqualTo(1002);
			assertThat(polling.post(session, "1")).endsWith("ok");
		}
		this.target.awaitSessions(0);
	}

	@Test
	void attack33ClientThatNeverReads() throws Exception {
		try (Attacker attacker = Attacker.withSmallBuffer(this.target.server().port())) {
			attacker.join("/");
			sendUntil(true, () -> this.target.reached(Limit.OUTBOUND_DROPPED) > 0);
			assertThat(this.target.disconnects).isEmpty();
			sendUntil(false, () -> this.target.reached(Limit.OUTBOUND) > 0);
			Awaitility.await()
				.untilAsserted(() -> assertThat(this.target.disconnects)
					.containsExactly("transport close: slow consumer: more than 100000 bytes not read by the client"));
		}
		this.target.assertServesOthers();
	}

	private void sendUntil(boolean droppable, java.util.concurrent.Callable<Boolean> condition) {
		PacketArguments news = new PacketArguments(("[\"news\",\"" + "x".repeat(50_000) + "\"]").getBytes(), List.of());
		OutboundPacket packet = OutboundPacket.event("/", SocketHandler.NO_ACK, news, droppable);
		Awaitility.await().pollInterval(Duration.ofMillis(10)).until(() -> {
			this.target.sockets.element().send(packet);
			return condition.call();
		});
	}

}
