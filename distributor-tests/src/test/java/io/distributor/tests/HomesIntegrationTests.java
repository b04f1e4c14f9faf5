package io.distributor.tests;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.distributor.backend.IndirectIo;
import io.distributor.tests.fleet.Client;
import io.distributor.tests.fleet.Fleet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class HomesIntegrationTests {

	private final List<String> disconnects = new CopyOnWriteArrayList<>();

	@RegisterExtension
	final Fleet fleet = Fleet.inMemory()
		.distributors(2)
		.backend("/chat", (io) -> chat(io, "one"))
		.backend("/chat", (io) -> chat(io, "two"));

	private void chat(IndirectIo io, String name) {
		io.onEvent("who", (event) -> name);
		io.onDisconnect((socket, reason) -> this.disconnects.add(socket.id() + " " + reason.text()));
	}

	/**
	 * By polling: over a websocket this client notices a lost connection by the missing
	 * heartbeat only, if the server said goodbye.
	 */
	private List<Client> connect(int count) {
		List<Client> clients = new CopyOnWriteArrayList<>();
		for (int i = 0; i < count; i++) {
			clients.add(this.fleet.client(i % 2, "/chat", "polling").connect());
		}
		return clients;
	}

	@Test
	void sharesTheSocketsAmongTheInstances() {
		List<Client> clients = connect(20);
		assertThat(clients).extracting((client) -> client.call("who").get(0)).contains("one", "two");
		assertThat(this.fleet.backend(0).io().sockets()).isNotEmpty();
		assertThat(this.fleet.backend(0).io().sockets().size() + this.fleet.backend(1).io().sockets().size())
			.isEqualTo(20);
	}

	@Test
	void reachesTheSocketsOfAllInstancesFromEach() {
		List<Client> clients = connect(8);
		this.fleet.backend(0).io().emit("from one");
		this.fleet.backend(1).io().emit("from two");
		Awaitility.await()
			.untilAsserted(() -> assertThat(clients)
				.allSatisfy((client) -> assertThat(client.heard()).containsExactlyInAnyOrder("from one", "from two")));
	}

	@Test
	void newSocketsFindAnInstanceThatComesLater() {
		this.fleet.startBackend("/chat", (io) -> chat(io, "three"));
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(connect(4)).extracting((client) -> client.call("who").get(0)).contains("three"));
	}

	@Test
	void tellsBackendsOnceOfEachSocketOfADistributorThatIsGone() {
		List<Client> clients = connect(10);
		List<String> lost = clients.stream()
			.filter((client) -> clients.indexOf(client) % 2 == 0)
			.map(Client::id)
			.toList();
		this.fleet.distributor(0).kill();
		Awaitility.await().untilAsserted(() -> assertThat(this.disconnects).hasSize(5));
		assertThat(this.disconnects).allSatisfy((text) -> assertThat(lost).contains(text.substring(0, 20)));
	}

	@Test
	void letsClientsGoWhenADistributorLeaves() {
		List<Client> clients = connect(10);
		this.fleet.distributor(0).drain(Duration.ofMillis(500));
		Awaitility.await().untilAsserted(() -> assertThat(this.disconnects).hasSize(5));
		assertThat(this.disconnects).allSatisfy((text) -> assertThat(text).endsWith(" server shutting down"));
		Awaitility.await()
			.untilAsserted(() -> assertThat(clients).filteredOn((client) -> clients.indexOf(client) % 2 == 0)
				.allSatisfy((client) -> assertThat(client.disconnects()).isNotEmpty()
					.doesNotContain("io server disconnect")));
	}

}
