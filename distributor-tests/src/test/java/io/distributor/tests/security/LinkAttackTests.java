package io.distributor.tests.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.distributor.link.LinkOptions;
import io.distributor.link.memory.MemoryLinkHub;
import io.distributor.link.port.LinkPort;
import io.distributor.link.port.LinkPortListener;
import io.distributor.link.protocol.Channels;
import io.distributor.tests.fleet.Client;
import io.distributor.tests.fleet.Fleet;
import io.distributor.tests.fleet.LinkMedium;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attacks from the link, and from clients on what stands behind it.
 */
class LinkAttackTests {

	private final MemoryLinkHub hub = new MemoryLinkHub();

	@RegisterExtension
	final Fleet fleet = Fleet.on(new Medium(this.hub)).distributors(1).backend("/chat", (io) -> {
		io.onEvent("echo", (event) -> event.arguments().get(0, String.class));
		io.onEvent("fail", (event) -> {
			throw new IllegalStateException("secret of the server");
		});
	});

	@Test
	void attack23ObjectsFromTheLink() throws IOException {
		Client client = this.fleet.client(0, "/chat", "websocket").connect();
		Channels channels = new Channels(LinkOptions.DEFAULT.prefix());
		LinkPort attacker = this.hub.port();
		attacker.open(new Deaf());
		List<String> targets = List.of(channels.presence(), channels.inbox(this.fleet.backend(0).id()),
				channels.namespace("/chat"));
		for (byte[] rubbish : rubbish()) {
			targets.forEach((channel) -> attacker.publish(channel, rubbish));
		}
		attacker.close();
		for (int i = 0; i < 20; i++) {
			assertThat(client.call("echo", "still " + i)).containsExactly("still " + i);
		}
		assertThat(client.disconnects()).isEmpty();
	}

	private static List<byte[]> rubbish() throws IOException {
		ByteArrayOutputStream object = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(object)) {
			out.writeObject(new ArrayList<>(List.of("a")));
		}
		List<byte[]> rubbish = new ArrayList<>(List.of(object.toByteArray(), new byte[0],
				"{\"@class\":\"java.lang.Runtime\"}".getBytes(StandardCharsets.UTF_8),
				// Arrays and strings of four billion elements.
				new byte[] { (byte) 0xDD, -1, -1, -1, -1 },
				new byte[] { (byte) 0x93, 1, 1, (byte) 0xDB, -1, -1, -1, -1 },
				new byte[] { (byte) 0x97, 1, 1, (byte) 0xA1, 'x', 0, 1, (byte) 0xDD, 0x7F, -1, -1, -1, (byte) 0xC2 }));
		Random random = new Random(23);
		for (int i = 0; i < 500; i++) {
			byte[] bytes = new byte[random.nextInt(200)];
			random.nextBytes(bytes);
			if (bytes.length > 4) {
				bytes[0] = (byte) (0x93 + random.nextInt(6));
				bytes[1] = 1;
				bytes[2] = (byte) (1 + random.nextInt(6));
			}
			rubbish.add(bytes);
		}
		return rubbish;
	}

	@Test
	void attack35NamespacesThatNobodyOwns() {
		Client good = this.fleet.client(0, "/chat", "websocket").connect();
		for (int i = 0; i < 30; i++) {
			assertThat(this.fleet.client(good.socket().io(), "/made-up-" + i, java.util.Map.of()).connectError())
				.hasToString("{\"message\":\"Invalid namespace\"}");
		}
		assertThat(this.fleet.distributor(0).statistics().waitingConnects()).isZero();
		assertThat(good.call("echo", "unharmed")).containsExactly("unharmed");
	}

	@Test
	void oneNamespacesFailureTouchesNoOther() {
		this.fleet.startBackend("/failing", (io) -> {
			io.use((socket) -> {
				throw new IllegalStateException("secret of the server");
			});
		});
		Client chat = this.fleet.client(0, "/chat", "websocket").connect();
		Awaitility.await()
			.untilAsserted(() -> assertThat(
					this.fleet.client(chat.socket().io(), "/failing", java.util.Map.of()).connectError())
				.asString()
				.contains("message")
				.doesNotContain("secret")
				.doesNotContain("Invalid namespace"));
		chat.emit("fail", "x");
		assertThat(chat.call("echo", "unharmed")).containsExactly("unharmed");
		assertThat(chat.received()).isEmpty();
		assertThat(chat.disconnects()).isEmpty();
	}

	/** A link in memory that others can reach. */
	private record Medium(MemoryLinkHub hub) implements LinkMedium {

		@Override
		public LinkPort port() {
			return this.hub.port();
		}

		@Override
		public void close() {
		}

	}

	private static final class Deaf implements LinkPortListener {

		@Override
		public void onFrame(String channel, byte[] frame) {
		}

		@Override
		public void onUp() {
		}

		@Override
		public void onDown(String reason) {
		}

	}

}
