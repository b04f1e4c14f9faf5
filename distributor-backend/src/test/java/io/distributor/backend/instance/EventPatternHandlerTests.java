package io.distributor.backend.instance;

import io.distributor.link.message.EventAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static io.distributor.backend.instance.ScriptedDistributor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class EventPatternHandlerTests {

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension();

	private String answer(ScriptedDistributor distributor, int number, String event) {
		distributor.event(CHAT, "a", number, number, "[\"" + event + "\"]");
		return json(distributor.await(EventAnswer.class, (answer) -> answer.ackId() == number).payload());
	}

	@Test
	void prefersTheNameThenTheLongestPattern() {
		this.fleet.chat().onEventPattern("*", (event) -> "any " + event.name());
		this.fleet.chat().onEventPattern("order.*", (event) -> "order " + event.name());
		this.fleet.chat().onEventPattern("order.*.now", (event) -> "now " + event.name());
		this.fleet.chat().onEvent("order.new", (event) -> "new " + event.name());
		ScriptedDistributor distributor = this.fleet.startWith("a");
		this.fleet.chat().socket("a").orElseThrow().on("own", (event) -> event.ack().send("own"));
		assertThat(answer(distributor, 1, "order.new")).isEqualTo("[\"new order.new\"]");
		assertThat(answer(distributor, 2, "order.x")).isEqualTo("[\"order order.x\"]");
		assertThat(answer(distributor, 3, "order.x.now")).isEqualTo("[\"now order.x.now\"]");
		assertThat(answer(distributor, 4, "x")).isEqualTo("[\"any x\"]");
		assertThat(answer(distributor, 5, "own")).isEqualTo("[\"own\"]");
	}

	@Test
	void isObservedByItsPatternWhateverClientsCallTheirEvents() {
		this.fleet.chat().onEventPattern("order.*", (event) -> null);
		ScriptedDistributor distributor = this.fleet.startWith("a");
		answer(distributor, 1, "order.invented");
		await().until(() -> !this.fleet.observed.isEmpty());
		assertThat(this.fleet.observed).containsExactly("/chat order.* HANDLED");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener" })
	void neverHandlesReservedNames(String name) {
		this.fleet.chat().onEventPattern("*", (event) -> "handled");
		ScriptedDistributor distributor = this.fleet.startWith("a");
		assertThat(answer(distributor, 1, name)).isEqualTo("[{\"error\":\"Unknown event\"}]");
	}

	@Test
	void refusesASecondHandlerForAPattern() {
		this.fleet.chat().onEventPattern("order.*", (event) -> null);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.fleet.chat().onEventPattern("order.*", (event) -> null))
			.withMessage("pattern: order.* (expected: one that has no handler yet)");
	}

}
