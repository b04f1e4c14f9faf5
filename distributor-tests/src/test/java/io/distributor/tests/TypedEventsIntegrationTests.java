package io.distributor.tests;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.Socket;
import io.distributor.backend.typed.EventName;
import io.distributor.backend.typed.TypedAnswers;
import io.distributor.tests.fleet.Client;
import io.distributor.tests.fleet.Fleet;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a backend sends by an interface, heard by real clients.
 */
class TypedEventsIntegrationTests {

	private final Map<String, Socket> sockets = new ConcurrentHashMap<>();

	@RegisterExtension
	final Fleet fleet = Fleet.inMemory().distributors(2).backend("/chat", this::chat);

	private void chat(IndirectIo io) {
		io.on("connection", (socket) -> this.sockets.put(socket.id(), socket));
	}

	@Test
	void reachesARoomOnAllDistributors() throws Exception {
		Client ann = connect(0);
		Client bob = connect(1);
		Client eve = connect(1);
		socket(ann).join("room");
		socket(bob).join("room");
		ChatEvents events = io().to("room").as(ChatEvents.class);
		events.chatMessage(new ChatMessage("Ann", "hello"));
		events.typing("Ann", true);
		io().as(ChatEvents.class).typing("end", false);
		for (Client client : new Client[] { ann, bob }) {
			await().untilAsserted(() -> assertThat(client.heard()).containsExactly("chat message", "typing", "typing"));
			assertThat(((JSONObject) client.received().get(0).arguments().get(0)).getString("text")).isEqualTo("hello");
			assertThat(client.received().get(1).arguments()).containsExactly("Ann", true);
		}
		await().untilAsserted(() -> assertThat(eve.heard()).containsExactly("typing"));
	}

	@Test
	void getsTheAnswerOfAClientConverted() {
		Client ann = connect(0);
		CompletionStage<String> answer = socket(ann).as(ChatEvents.class).ask("why");
		assertThat(answer).succeedsWithin(Duration.ofSeconds(10)).isEqualTo("answer of " + ann.id());
		// The client answers before its test hears of the event.
		await().untilAsserted(() -> assertThat(ann.heard()).containsExactly("ask"));
		assertThat(ann.received().get(0).arguments()).containsExactly("why");
		assertThat(socket(ann).as(ChatEvents.class).askForNumber()).failsWithin(Duration.ofSeconds(10))
			.withThrowableThat()
			.withCauseInstanceOf(ArgumentConversionException.class);
	}

	@Test
	void getsTheAnswersOfAllClientsConverted() {
		Client ann = connect(0);
		Client bob = connect(1);
		socket(ann);
		socket(bob);
		CompletableFuture<TypedAnswers<String>> answers = io().as(ChatEvents.class).askAll("all").toCompletableFuture();
		assertThat(answers).succeedsWithin(Duration.ofSeconds(20));
		assertThat(answers.join().answers())
			.isEqualTo(Map.of(ann.id(), "answer of " + ann.id(), bob.id(), "answer of " + bob.id()));
		assertThat(answers.join().isComplete()).isTrue();
	}

	private IndirectIo io() {
		return this.fleet.backend(0).io();
	}

	private Client connect(int distributor) {
		return this.fleet.client(distributor, "/chat").connect();
	}

	private Socket socket(Client client) {
		await().until(() -> this.sockets.containsKey(client.id()));
		return this.sockets.get(client.id());
	}

	interface ChatEvents {

		@EventName("chat message")
		void chatMessage(ChatMessage message);

		void typing(String name, boolean typing);

		CompletionStage<String> ask(String question);

		CompletionStage<Integer> askForNumber();

		CompletionStage<TypedAnswers<String>> askAll(String question);

	}

	record ChatMessage(String from, String text) {

	}

}
