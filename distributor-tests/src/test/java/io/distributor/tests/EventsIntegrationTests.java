package io.distributor.tests;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import io.distributor.backend.Arguments;
import io.distributor.backend.EventHandler;
import io.distributor.backend.IndirectIo;
import io.distributor.backend.Socket;
import io.distributor.backend.UnansweredEventException;
import io.distributor.tests.fleet.Client;
import io.distributor.tests.fleet.Fleet;
import org.awaitility.Awaitility;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EventsIntegrationTests {

	private static final byte[] BYTES = new byte[70_000];

	static {
		new Random(1).nextBytes(BYTES);
	}

	private final List<Object> handled = new CopyOnWriteArrayList<>();

	private final CompletableFuture<Object> gate = new CompletableFuture<>();

	private final List<Socket> sockets = new CopyOnWriteArrayList<>();

	@RegisterExtension
	final Fleet fleet = Fleet.inMemory().distributors(1).backend("/chat", this::chat);

	private void chat(IndirectIo io) {
		io.on("connection", this.sockets::add);
		io.onEvent("add", (event) -> event.arguments().get(0, Integer.class) + event.arguments().get(1, Integer.class));
		io.onEvent("count", (event) -> this.handled.add(event.arguments().get(0, Integer.class)));
		io.onEvent("wait", (event) -> this.gate);
		io.onEvent("fail silently", (event) -> {
			this.handled.add(event.ack().isRequested() && event.isAckRequested());
			throw new UnansweredEventException(new IllegalStateException("on purpose"));
		});
		io.onError((event, failure) -> this.handled.add(failure.getMessage()));
		io.onEvent("echo", (event) -> {
			event.ack().send(event.arguments().get(0, byte[].class), event.arguments().get(1, Map.class));
			return EventHandler.NO_ANSWER;
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "polling", "websocket" })
	void answersWithWhatTheHandlerReturned(String transport) {
		Client client = this.fleet.client(0, "/chat", transport).connect();
		assertThat(client.call("add", 2, 3)).containsExactly(5);
	}

	@Test
	void givesNoAnswerToAnEventThatEndsWithoutOne() {
		Client client = this.fleet.client(0, "/chat").connect();
		List<Object> answers = new CopyOnWriteArrayList<>();
		client.socket().emit("fail silently", new Object[0], answers::add);
		assertThat(client.call("add", 2, 3)).containsExactly(5);
		assertThat(answers).isEmpty();
		assertThat(this.handled).containsExactly(true, "on purpose");
	}

	@ParameterizedTest
	@ValueSource(strings = { "polling", "websocket" })
	void handlesTheEventsOfASocketInOrder(String transport) {
		Client client = this.fleet.client(0, "/chat", transport).connect();
		IntStream.range(0, 3_000).forEach((i) -> client.emit("count", i));
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(this.handled).hasSize(3_000));
		assertThat(this.handled).isEqualTo(IntStream.range(0, 3_000).boxed().toList());
		assertThat(this.fleet.distributor(0).statistics().pausedSockets()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "polling", "websocket" })
	void stopsReadingFromAClientWhoseHandlersAreBehindAndLosesNothing(String transport) {
		Client slow = this.fleet.client(0, "/chat", transport).connect();
		Client other = this.fleet.client(0, "/chat", transport).connect();
		slow.emit("wait");
		IntStream.range(0, 5_000).forEach((i) -> slow.emit("count", i));
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.fleet.distributor(0).statistics().pausedSockets()).isOne());
		assertThat(other.call("add", 2, 3)).containsExactly(5);
		assertThat(this.handled).isEmpty();
		this.gate.complete(null);
		Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(this.handled).hasSize(5_000));
		assertThat(this.handled).isEqualTo(IntStream.range(0, 5_000).boxed().toList());
		assertThat(slow.connects()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "polling", "websocket" })
	void carriesBinaryToTheClient(String transport) throws Exception {
		Client client = this.fleet.client(0, "/chat", transport).connect();
		this.fleet.backend(0).io().emit("picture", "name", BYTES, Map.of("thumb", new byte[] { 1, 2 }));
		Awaitility.await().untilAsserted(() -> assertThat(client.heard()).containsExactly("picture"));
		List<Object> arguments = client.received().get(0).arguments();
		assertThat((byte[]) arguments.get(1)).isEqualTo(BYTES);
		assertThat((byte[]) ((JSONObject) arguments.get(2)).get("thumb")).containsExactly(1, 2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "polling", "websocket" })
	void carriesBinaryToTheBackendAndBack(String transport) throws Exception {
		Client client = this.fleet.client(0, "/chat", transport).connect();
		List<Object> answer = client.call("echo", BYTES, new JSONObject().put("a", 1));
		assertThat((byte[]) answer.get(0)).isEqualTo(BYTES);
		assertThat(((JSONObject) answer.get(1)).getInt("a")).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "polling", "websocket" })
	void bringsTheAnswersOfClients(String transport) {
		Client client = this.fleet.client(0, "/chat", transport).connect();
		List<String> answers = IntStream.range(0, 50)
			.mapToObj((i) -> this.sockets.get(0).emitWithAck("question", i).toCompletableFuture())
			.toList()
			.stream()
			.map((answer) -> {
				assertThat(answer).succeedsWithin(Duration.ofSeconds(10));
				Arguments arguments = answer.join();
				return String.valueOf(arguments.get(0, String.class));
			})
			.toList();
		assertThat(answers).hasSize(50).containsOnly("answer of " + client.id());
		assertThat(this.fleet.distributor(0).statistics().pendingAcks()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "polling", "websocket" })
	void emitsInOrder(String transport) {
		Client client = this.fleet.client(0, "/chat", transport).connect();
		Socket socket = this.sockets.get(0);
		List<String> expected = IntStream.range(0, 600).mapToObj((i) -> "e" + i).toList();
		for (int i = 0; i < 600; i++) {
			switch (i % 3) {
				case 0 -> socket.emit("e" + i);
				case 1 -> this.fleet.backend(0).io().emit("e" + i);
				default -> socket.emitWithAck("e" + i);
			}
			if (i % 150 == 149) {
				int sent = i + 1;
				Awaitility.await().untilAsserted(() -> assertThat(client.heard()).hasSize(sent));
			}
		}
		assertThat(client.heard()).isEqualTo(expected);
	}

}
