package io.distributor.backend.instance;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.distributor.backend.EventListener;
import io.distributor.backend.EventRefusedException;
import io.distributor.backend.Socket;
import io.distributor.link.message.EventAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static io.distributor.backend.instance.ScriptedDistributor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class SocketListenersTests {

	private static final String UNKNOWN = "[{\"error\":\"Unknown event\"}]";

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension();

	private final List<String> log = new CopyOnWriteArrayList<>();

	private Socket socket() {
		return this.fleet.chat().socket("a").orElseThrow();
	}

	private EventListener logging(String text) {
		return (event) -> this.log.add(text);
	}

	private String answer(ScriptedDistributor distributor, int number, String event) {
		distributor.event(CHAT, "a", number, number, "[\"" + event + "\"]");
		return json(distributor.await(EventAnswer.class, (answer) -> answer.ackId() == number).payload());
	}

	@Test
	void areCalledOnceThatWereRegisteredOnce() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		socket().on("e", logging("always"))
			.once("e", logging("once"))
			.on("e", (event) -> event.ack().send("answered"))
			.once("single", (event) -> event.ack().send("once"));
		assertThat(answer(distributor, 1, "e")).isEqualTo("[\"answered\"]");
		assertThat(answer(distributor, 2, "e")).isEqualTo("[\"answered\"]");
		assertThat(this.log).containsExactly("always", "once", "always");
		assertThat(answer(distributor, 3, "single")).isEqualTo("[\"once\"]");
		assertThat(answer(distributor, 4, "single")).isEqualTo(UNKNOWN);
	}

	@Test
	void areNotUsedUpByAnEventThatIsRefused() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		socket().once("e", (event) -> event.ack().send("once")).use((event) -> {
			if (this.log.isEmpty()) {
				this.log.add("refused");
				throw new EventRefusedException("not now");
			}
		});
		assertThat(answer(distributor, 1, "e")).isEqualTo("[{\"error\":\"not now\"}]");
		assertThat(answer(distributor, 2, "e")).isEqualTo("[\"once\"]");
	}

	@Test
	void handleTheEventDuringWhichTheFirstOfThemWasRegistered() {
		this.fleet.chat()
			.onAny((heard) -> heard.socket().use((event) -> heard.socket().on("e", (own) -> own.ack().send("own"))));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		assertThat(answer(distributor, 1, "e")).isEqualTo("[\"own\"]");
	}

	@Test
	void areTakenAway() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		EventListener twice = logging("twice");
		socket().on("e", twice)
			.on("e", logging("other"))
			.on("e", twice)
			.on("e", (event) -> event.ack().send())
			.on("f", twice)
			.on("g", twice);
		assertThat(socket().eventNames()).containsExactlyInAnyOrder("e", "f", "g");
		socket().off("e", twice).off("e", logging("unknown")).off("f", twice);
		answer(distributor, 1, "e");
		assertThat(this.log).containsExactly("twice", "other");
		assertThat(socket().eventNames()).containsExactlyInAnyOrder("e", "g");
		socket().off();
		assertThat(socket().eventNames()).isEmpty();
		assertThat(answer(distributor, 2, "e")).isEqualTo(UNKNOWN);
	}

	@Test
	void areNotCalledBehindOneThatFails() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		socket().on("e", (event) -> {
			throw new IllegalStateException("a listener that always fails");
		}).on("e", logging("second"));
		assertThat(answer(distributor, 1, "e")).isEqualTo("[{\"error\":\"Internal error\"}]");
		assertThat(this.log).isEmpty();
	}

	@Test
	void hearReservedNamesNever() {
		this.fleet.startWith("a");
		assertThatIllegalArgumentException().isThrownBy(() -> socket().once("disconnect", logging("no")))
			.withMessageContaining("use onDisconnect");
	}

	@Test
	void hearOfTheEndBeforeItIsOverWithTheRoomsStillThere() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		socket().join("red");
		this.fleet.chat().onDisconnect((socket, reason) -> this.log.add("disconnect"));
		this.fleet.chat()
			.onDisconnecting((socket, reason) -> this.log.add("disconnecting " + reason.text() + socket.rooms()));
		socket().onDisconnecting((socket, reason) -> this.log.add("disconnecting " + socket.isDisconnected()));
		distributor.disconnect(CHAT, "a");
		await().untilAsserted(() -> assertThat(this.log).containsExactly("disconnecting true",
				"disconnecting client namespace disconnect[a, red]", "disconnect"));
	}

	@Test
	void ofANamespaceAreTakenAwayByNameOrPattern() {
		this.fleet.chat().onEvent("e", (event) -> "e").onEventPattern("order.*", (event) -> "order");
		assertThat(this.fleet.chat().eventNames()).containsExactlyInAnyOrder("e", "order.*");
		this.fleet.chat().offEvent("e").offEvent("order.*").onEvent("e", (event) -> "again");
		ScriptedDistributor distributor = this.fleet.startWith("a");
		assertThat(answer(distributor, 1, "e")).isEqualTo("[\"again\"]");
		assertThat(answer(distributor, 2, "order.x")).isEqualTo(UNKNOWN);
	}

}
