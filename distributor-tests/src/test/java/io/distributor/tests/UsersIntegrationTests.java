package io.distributor.tests;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.distributor.backend.IndirectIo;
import io.distributor.tests.fleet.Client;
import io.distributor.tests.fleet.Fleet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A user has sockets on several distributors, whose homes are several instances.
 */
class UsersIntegrationTests {

	@RegisterExtension
	final Fleet fleet = Fleet.inMemory()
		.distributors(2)
		.backend("/chat", UsersIntegrationTests::chat)
		.backend("/chat", UsersIntegrationTests::chat);

	private static void chat(IndirectIo io) {
		io.use((socket) -> {
			Map<?, ?> auth = socket.handshake().auth(Map.class);
			if (auth != null && auth.get("name") instanceof String name) {
				socket.setUser(name);
			}
		});
		io.onEvent("who am I", (event) -> String.valueOf(event.socket().user()));
		io.onEvent("tell", (event) -> {
			event.socket().broadcast().toUser("ann").emit("told");
			return null;
		});
	}

	private IndirectIo io() {
		return this.fleet.backend(0).io();
	}

	private Client connect(int distributor, String user) {
		return this.fleet.client(this.fleet.manager(distributor), "/chat", Map.of("name", user)).connect();
	}

	private void settle(Client... clients) {
		io().emit("end");
		for (Client client : clients) {
			await().untilAsserted(() -> assertThat(client.heard()).contains("end"));
		}
	}

	private static List<String> heard(Client client) {
		return client.heard().stream().filter((name) -> !name.equals("end")).toList();
	}

	@Test
	void reachesAllSocketsOfAUserAndNobodyElse() {
		Client first = connect(0, "ann");
		Client second = connect(1, "ann");
		Client bob = connect(0, "bob");
		Client nobody = this.fleet.client(1, "/chat").connect();
		io().toUser("ann").emit("to ann");
		io().toUser("ann", "bob").emit("to both");
		io().exceptUser("ann").emit("to others");
		settle(first, second, bob, nobody);
		assertThat(heard(first)).containsExactly("to ann", "to both");
		assertThat(heard(second)).containsExactly("to ann", "to both");
		assertThat(heard(bob)).containsExactly("to both", "to others");
		assertThat(heard(nobody)).containsExactly("to others");
	}

	@Test
	void reachesTheOtherSocketsOfAUser() {
		Client first = connect(0, "ann");
		Client second = connect(1, "ann");
		first.call("tell");
		await().untilAsserted(() -> assertThat(heard(second)).containsExactly("told"));
		settle(first, second);
		assertThat(heard(first)).isEmpty();
	}

	@Test
	void disconnectsAUser() {
		Client first = connect(0, "ann");
		Client second = connect(1, "ann");
		Client bob = connect(1, "bob");
		assertThat(io().disconnectUser("ann", false)).succeedsWithin(Duration.ofSeconds(10));
		await().untilAsserted(() -> assertThat(first.disconnects()).containsExactly("io server disconnect"));
		await().untilAsserted(() -> assertThat(second.disconnects()).containsExactly("io server disconnect"));
		assertThat(bob.call("who am I")).containsExactly("bob");
		assertThat(bob.disconnects()).isEmpty();
	}

	@Test
	void keepsTheUserOfASocketThatIsAdopted() {
		List<Client> clients = List.of(connect(0, "ann"), connect(1, "ann"), connect(0, "ann"), connect(1, "ann"));
		this.fleet.backend(1).stop();
		for (Client client : clients) {
			assertThat(client.call("who am I")).containsExactly("ann");
		}
		io().toUser("ann").emit("to ann");
		for (Client client : clients) {
			await().untilAsserted(() -> assertThat(client.heard()).contains("to ann"));
		}
	}

}
