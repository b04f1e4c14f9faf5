package io.distributor.backend.instance;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.distributor.backend.EventRefusedException;
import io.distributor.backend.Socket;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.EventsHandled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static io.distributor.backend.instance.ScriptedDistributor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class MiddlewareTests {

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension();

	private final List<String> log = new CopyOnWriteArrayList<>();

	private Socket socket() {
		return this.fleet.chat().socket("a").orElseThrow();
	}

	private String answer(ScriptedDistributor distributor, int number, String event) {
		distributor.event(CHAT, "a", number, number, "[\"" + event + "\"]");
		return json(distributor.await(EventAnswer.class, (answer) -> answer.ackId() == number).payload());
	}

	@Test
	void seesEventsInOrderBeforeTheirHandler() {
		this.fleet.chat().onEvent("e", (event) -> this.log.add("handler"));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		socket().use((event) -> this.log.add("first " + event.name())).use((event) -> this.log.add("second"));
		answer(distributor, 1, "e");
		assertThat(this.log).containsExactly("first e", "second", "handler");
	}

	@Test
	void refusesAnEventWithAnAnswerAndTellsErrorListeners() {
		this.fleet.chat()
			.onEvent("e", (event) -> this.log.add("handler"))
			.onError((event, failure) -> this.log.add("namespace " + event.name() + " " + failure.getMessage()));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		socket().use((event) -> {
			throw new EventRefusedException("slow down", Map.of("seconds", 3));
		}).use((event) -> this.log.add("second")).onError((event, failure) -> this.log.add("socket"));
		assertThat(answer(distributor, 1, "e")).contains("\"error\":\"slow down\"")
			.contains("\"data\":{\"seconds\":3}");
		distributor.await(EventsHandled.class, (handled) -> handled.number() == 1);
		assertThat(this.log).containsExactly("socket", "namespace e slow down");
		assertThat(this.fleet.observed).containsExactly("/chat e REFUSED");
	}

	@Test
	void tellsTheClientNothingOfAStepThatFails() {
		this.fleet.chat().onEvent("e", (event) -> this.log.add("handler"));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		socket().use((event) -> {
			throw new IllegalStateException("password");
		});
		assertThat(answer(distributor, 1, "e")).isEqualTo("[{\"error\":\"Internal error\"}]");
		assertThat(this.log).isEmpty();
	}

	@Test
	void tellsErrorListenersOfHandlersThatFail() {
		this.fleet.chat().onEvent("fails", (event) -> {
			throw new IllegalStateException("broken");
		}).onEvent("converts", (event) -> event.arguments().get(0, int.class)).onError((event, failure) -> {
			this.log.add(event.name());
			throw new IllegalStateException("a listener that always fails");
		});
		ScriptedDistributor distributor = this.fleet.startWith("a");
		answer(distributor, 1, "fails");
		answer(distributor, 2, "converts");
		answer(distributor, 3, "nobody");
		await().untilAsserted(() -> assertThat(this.log).containsExactly("fails", "converts"));
	}

}
