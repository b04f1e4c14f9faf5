package io.distributor.tests;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.distributor.backend.IndirectIo;
import io.distributor.tests.fleet.Client;
import io.distributor.tests.fleet.Fleet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The instances of a backend talk with each other about their clients.
 */
class ServerSideIntegrationTests {

	private static final Duration LONG = Duration.ofSeconds(10);

	private final List<String> heard = new CopyOnWriteArrayList<>();

	@RegisterExtension
	final Fleet fleet = Fleet.inMemory()
		.distributors(2)
		.backend("/chat", (io) -> chat(io, "one"))
		.backend("/chat", (io) -> chat(io, "two"))
		.backend("/chat", (io) -> chat(io, "three"));

	private void chat(IndirectIo io, String name) {
		io.onServerSide("news", (event) -> this.heard.add(name + " " + event.arguments().get(0, String.class)));
		io.onServerSide("how many", (event) -> io.sockets().size());
		io.onEvent("spread", (event) -> {
			io.serverSideEmit("news", event.arguments().get(0, String.class));
			return name;
		});
	}

	/** The instances were started just now. */
	@BeforeEach
	void awaitThatTheyKnowEachOther() {
		for (int i = 0; i < 3; i++) {
			IndirectIo io = this.fleet.backend(i).io();
			await().untilAsserted(() -> assertThat(io.serverSideEmitWithAck("how many")).succeedsWithin(LONG)
				.satisfies((received) -> assertThat(received.answers()).hasSize(2)));
		}
	}

	@Test
	void spreadsWhatAClientSaysToTheOtherInstancesOnly() {
		Client client = this.fleet.client(0, "/chat").connect();
		String home = (String) client.call("spread", "hi").get(0);
		await().until(() -> this.heard.size() == 2);
		client.call("spread", "end");
		await().until(() -> this.heard.size() == 4);
		assertThat(this.heard).filteredOn((line) -> line.endsWith("hi"))
			.hasSize(2)
			.noneMatch((line) -> line.startsWith(home));
		assertThat(client.heard()).isEmpty();
	}

	@Test
	void asksTheOtherInstances() {
		for (int i = 0; i < 6; i++) {
			this.fleet.client(i % 2, "/chat").connect();
		}
		IndirectIo io = this.fleet.backend(0).io();
		await().untilAsserted(
				() -> assertThat(io.serverSideEmitWithAck("how many")).succeedsWithin(LONG).satisfies((received) -> {
					assertThat(received.answers()).hasSize(2);
					int others = received.answers()
						.values()
						.stream()
						.mapToInt((answer) -> answer.get(0, int.class))
						.sum();
					assertThat(others + io.sockets().size()).isEqualTo(6);
				}));
	}

	@Test
	void doesNotWaitForAnInstanceThatIsLost() {
		this.fleet.backend(2).kill();
		assertThat(this.fleet.backend(0).io().serverSideEmitWithAck(Duration.ofMinutes(1), "how many"))
			.succeedsWithin(LONG)
			.satisfies((received) -> {
				assertThat(received.answers()).hasSize(1);
				assertThat(received.silentInstances()).hasSize(1);
			});
	}

}
