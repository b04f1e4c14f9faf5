package io.distributor.tests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.distributor.backend.BroadcastAnswers;
import io.distributor.backend.IndirectIo;
import io.distributor.tests.fleet.Client;
import io.distributor.tests.fleet.Fleet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One question to the clients of two distributors.
 */
class BroadcastAcksIntegrationTests {

	private static final Duration SHORT = Duration.ofMillis(500);

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	final Fleet fleet = Fleet.inMemory()
		.distributors(2)
		.backend("/chat", BroadcastAcksIntegrationTests::chat)
		.backend("/chat", BroadcastAcksIntegrationTests::chat);

	private static void chat(IndirectIo io) {
		io.use((socket) -> socket.join("room"));
	}

	private List<Client> connect(int count) {
		List<Client> clients = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			clients.add(this.fleet.client(i % 2, "/chat").connect());
		}
		return clients;
	}

	private BroadcastAnswers ask(Duration timeout) {
		return this.fleet.backend(0).io().to("room").emitWithAck(timeout, "question").toCompletableFuture().join();
	}

	private static void assertAnswered(BroadcastAnswers answers, List<Client> clients) {
		assertThat(answers.answers()).hasSameSizeAs(clients);
		assertThat(clients).allSatisfy((client) -> assertThat(answers.answers().get(client.id()).get(0, String.class))
			.isEqualTo("answer of " + client.id()));
	}

	@Test
	void givesTheAnswersOfAllClients() {
		List<Client> clients = connect(6);
		BroadcastAnswers answers = ask(LONG);
		assertThat(answers.isComplete()).isTrue();
		assertAnswered(answers, clients);
	}

	@Test
	void namesTheClientThatDoesNotAnswer() {
		List<Client> clients = connect(6);
		clients.get(3).fallSilent();
		BroadcastAnswers answers = ask(SHORT);
		assertThat(answers.missing()).containsExactly(clients.get(3).id());
		assertThat(answers.silentDistributors()).isEmpty();
		clients.remove(3);
		assertAnswered(answers, clients);
	}

	@Test
	void doesNotWaitForAClientThatLeaves() {
		List<Client> clients = connect(6);
		Client silent = clients.remove(3);
		String id = silent.id();
		silent.fallSilent();
		silent.socket().on("question", (args) -> silent.socket().disconnect());
		BroadcastAnswers answers = ask(LONG);
		assertThat(answers.missing()).containsExactly(id);
		assertAnswered(answers, clients);
	}

	@Test
	void namesTheDistributorThatDiesMeanwhile() {
		connect(6);
		this.fleet.distributor(1).hang();
		BroadcastAnswers answers = ask(LONG);
		assertThat(answers.answers()).hasSize(3);
		assertThat(answers.silentDistributors()).singleElement().asString().contains("distributor-1");
	}

}
