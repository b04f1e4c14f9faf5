package io.distributor.tests.security;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.distributor.engine.limit.Limit;
import io.distributor.engine.namespace.OutboundPacket;
import io.distributor.engine.namespace.RoomSelector;
import io.distributor.engine.namespace.SocketHandler;
import io.distributor.engine.protocol.socketio.PacketArguments;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attacks by Socket.IO packets.
 */
class PacketAttackTests {

	private final Target target = Target.start((options) -> options.attachmentTimeout(Duration.ofMillis(300))
		.maxAttachmentBytes(1_000)
		.engine((engine) -> engine.maxPayload(100_000)));

	@AfterEach
	void stop() {
		this.target.close();
	}

	@Test
	void attack01AttachmentsWithoutBound() throws IOException {
		assertClosed("4511-[\"a\"]");
		assertThat(this.target.reached(Limit.ATTACHMENTS)).isOne();
		try (Attacker attacker = this.target.attacker()) {
			attacker.join("/");
			attacker.send("452-[\"a\"," + placeholder(0) + "," + placeholder(1) + "]");
			attacker.send(new byte[600]);
			attacker.send(new byte[600]);
			assertThat(attacker.readClose()).isEqualTo(1007);
		}
		assertThat(this.target.reached(Limit.ATTACHMENT_BYTES)).isOne();
		this.target.assertServesOthers();
	}

	@Test
	void attack02BinaryPacketWithoutAttachments() throws IOException {
		assertClosed("450-[\"a\"]");
		assertClosed("460-1[]");
		assertThat(this.target.events).as("events of good clients").containsOnly("[\"hello\"]");
	}

	@Test
	void attack03AttachmentsThatNeverCome() throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			attacker.join("/");
			attacker.send("452-[\"a\"," + placeholder(0) + "," + placeholder(1) + "]");
			attacker.send(new byte[1]);
			assertThat(attacker.readClose()).isEqualTo(1007);
		}
		assertThat(this.target.reached(Limit.ATTACHMENT_TIME)).isOne();
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.target.disconnects)
				.containsExactly("parse error: attachments: not complete in time"));
		this.target.awaitSessions(0);
	}

	@Test
	void attack03AttachmentsBeforeConnect() throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			attacker.upgrade(Attacker.WEB_SOCKET);
			attacker.send("451-[\"a\"," + placeholder(0) + "]");
			attacker.send(new byte[1]);
			assertThat(attacker.readClose()).isEqualTo(1008);
		}
	}

	@Test
	void attack04AttachmentsOfSeveralPacketsAtOnce() throws IOException {
		assertClosed("451-[\"a\"," + placeholder(0) + "]", "451-[\"a\"," + placeholder(0) + "]");
		assertThat(this.target.events).as("events of good clients").containsOnly("[\"hello\"]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"_placeholder\":true,\"num\":1}", "{\"_placeholder\":true,\"num\":-1}",
			"{\"_placeholder\":true,\"num\":\"splice\"}", "{\"_placeholder\":true,\"num\":0.5}",
			"{\"_placeholder\":true,\"num\":1e400}", "{\"_placeholder\":true}", "\"nothing\"" })
	void attack05PlaceholderThatIsNone(String argument) throws IOException {
		assertClosed("451-[\"a\"," + argument + "]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "42[]", "42[{}]", "42[null]", "42[[\"a\"]]", "42{}", "42\"a\"", "42" })
	void attack05EventWithoutAName(String packet) throws IOException {
		assertClosed(packet);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener" })
	void attack06ReservedEventName(String name) throws IOException {
		assertClosed("42[\"" + name + "\"]");
		assertThat(this.target.events).as("events of good clients").containsOnly("[\"hello\"]");
	}

	@Test
	void attack06EventNamedError() throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			attacker.join("/");
			attacker.send("42[\"error\"]");
			assertThat(attacker.readText()).isEqualTo("42[\"error\"]");
		}
	}

	@Test
	void attack07PacketThatIsDearToParse() throws IOException {
		assertClosed("4" + "5".repeat(90_000));
		assertClosed("42/" + "n".repeat(90_000));
		try (Attacker attacker = this.target.attacker()) {
			attacker.join("/");
			String large = "42[\"e\",\"" + "\\\\".repeat(40_000) + "\"]";
			attacker.send(large);
			assertThat(attacker.readText()).isEqualTo(large);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "DEPTH", "NUMBER", "NAME" })
	void attack38JsonBomb(String kind) throws IOException {
		String bomb = switch (kind) {
			case "DEPTH" -> "[".repeat(40_000) + "]".repeat(40_000);
			case "NUMBER" -> "9".repeat(90_000);
			default -> "{\"" + "n".repeat(90_000) + "\":1}";
		};
		assertClosed("42[\"a\"," + bomb + "]");
		assertThat(this.target.reached(Limit.JSON)).isOne();
	}

	@Test
	void attack38AcknowledgementIdWithoutBound() throws IOException {
		assertClosed("42" + "9".repeat(400) + "[\"a\"]");
		assertClosed("429007199254740992[\"a\"]");
	}

	@Test
	void attack35RoomsThatAClientMakes() throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			String id = attacker.join("/");
			attacker.send("42[\"join\",\"room\"]");
			assertThat(attacker.readText()).isEqualTo("42[\"join\",\"room\"]");
			assertThat(this.target.sockets.element().executor().submit(() -> this.target.sockets.element().rooms()))
				.succeedsWithin(Duration.ofSeconds(10))
				.isEqualTo(Set.of(id));
		}
	}

	@Test
	void attack25RoomNamesAreNoPatterns() throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			attacker.join("/");
			PacketArguments all = new PacketArguments("[\"all\"]".getBytes(), List.of());
			for (String pattern : List.of("*", ".*", "%", "?", "T(java.lang.Runtime)", "")) {
				this.target.server()
					.namespace("/")
					.broadcast(new RoomSelector(Set.of(pattern), Set.of()),
							OutboundPacket.event("/", SocketHandler.NO_ACK, all, false));
			}
			attacker.send("42[\"after\"]");
			assertThat(attacker.readText()).isEqualTo("42[\"after\"]");
		}
	}

	@Test
	void attack34AcknowledgementsWithoutEnd() throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			attacker.join("/");
			for (int i = 0; i < 500; i++) {
				attacker.send("43" + i + "[]");
			}
			attacker.send("42[\"after\"]");
			assertThat(attacker.readText()).isEqualTo("42[\"after\"]");
		}
		Awaitility.await().untilAsserted(() -> assertThat(this.target.disconnects).hasSize(1));
	}

	private void assertClosed(String... packets) throws IOException {
		try (Attacker attacker = this.target.attacker()) {
			attacker.join("/");
			for (String packet : packets) {
				attacker.send(packet);
			}
			assertThat(attacker.readClose()).isEqualTo(1007);
		}
		this.target.assertServesOthers();
	}

	private static String placeholder(int number) {
		return "{\"_placeholder\":true,\"num\":" + number + "}";
	}

}
