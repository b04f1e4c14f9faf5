package io.distributor.backend.instance;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.distributor.backend.EventListener;
import io.distributor.backend.EventRefusedException;
import io.distributor.backend.OutgoingListener;
import io.distributor.backend.Socket;
import io.distributor.link.message.EmitToRooms;
import io.distributor.link.message.EventAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static io.distributor.backend.instance.ScriptedDistributor.json;
import static org.assertj.core.api.Assertions.assertThat;

class CatchAllTests {

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension();

	private final List<String> log = new CopyOnWriteArrayList<>();

	private Socket socket(String id) {
		return this.fleet.chat().socket(id).orElseThrow();
	}

	private EventListener incoming(String who) {
		return (event) -> this.log.add(who + " " + event.name());
	}

	private OutgoingListener outgoing(String who) {
		return (event) -> this.log.add(who + " " + event.name() + event.arguments());
	}

	private void exchange(ScriptedDistributor distributor, int number, String event) {
		distributor.event(CHAT, "a", number, number, "[\"" + event + "\"]");
		distributor.await(EventAnswer.class, (answer) -> answer.ackId() == number);
	}

	@Test
	void hearsEventsBeforeTheirHandlerBeTheyHandledOrNot() {
		this.fleet.chat().onEvent("e", (event) -> this.log.add("handler")).onAny(incoming("namespace"));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		socket("a").onAny(incoming("last")).prependAny(incoming("first")).use((event) -> {
			if (event.name().equals("refused")) {
				throw new EventRefusedException("no");
			}
		});
		exchange(distributor, 1, "e");
		exchange(distributor, 2, "refused");
		exchange(distributor, 3, "nobody");
		exchange(distributor, 4, "disconnect");
		assertThat(this.log).containsExactly("namespace e", "first e", "last e", "handler", "namespace refused",
				"first refused", "last refused", "namespace nobody", "first nobody", "last nobody");
	}

	@Test
	void hearsNoMoreWhenItIsTakenAway() {
		EventListener listener = incoming("gone");
		EventListener other = incoming("other");
		ScriptedDistributor distributor = this.fleet.startWith("a");
		socket("a").onAny(listener).onAny(other).offAny(listener);
		assertThat(socket("a").listenersAny()).containsExactly(other);
		exchange(distributor, 1, "e");
		socket("a").offAny();
		exchange(distributor, 2, "e");
		assertThat(this.log).containsExactly("other e");
	}

	@Test
	void doesNotDisturbByFailing() {
		this.fleet.chat().onAny((event) -> {
			throw new IllegalStateException("a listener that always fails");
		}).onAnyOutgoing((event) -> {
			throw new IllegalStateException("a listener that always fails");
		}).onEvent("e", (event) -> "fine");
		ScriptedDistributor distributor = this.fleet.startWith("a");
		exchange(distributor, 1, "e");
		assertThat(json(distributor.await(EventAnswer.class).payload())).isEqualTo("[\"fine\"]");
		this.fleet.chat().emit("news");
		distributor.await(EmitToRooms.class);
	}

	@Test
	void hearsWhatThisInstanceEmitsOncePerEmit() {
		this.fleet.chat().onAnyOutgoing(outgoing("namespace"));
		this.fleet.startWith("a", "b");
		socket("a").emit("one", 1, null);
		socket("a").emitWithAck("two");
		this.fleet.chat().to("b").emit("three", (Object[]) null);
		this.fleet.chat().emitWithAck("four");
		assertThat(this.log).containsExactly("namespace one[1, null]", "namespace two[]", "namespace three[null]",
				"namespace four[]");
	}

	@Test
	void saysWhereItGoes() {
		this.fleet.chat().onAnyOutgoing((event) -> this.log.add(event.rooms() + " " + event.except()));
		this.fleet.startWith("a");
		socket("a").emit("e");
		this.fleet.chat().to("red").except("blue").emit("e");
		this.fleet.chat().emit("e");
		assertThat(this.log).containsExactly("[a] []", "[red] [blue]", "[] []");
	}

	@Test
	void ofASocketHearsWhatIsEmittedToItAndBroadcastsThatSelectIt() {
		this.fleet.startWith("a", "b");
		socket("a").onAnyOutgoing(outgoing("last")).prependAnyOutgoing(outgoing("first"));
		socket("a").join("red");
		socket("a").emit("own");
		socket("b").emit("other");
		this.fleet.chat().to("red").emit("red");
		this.fleet.chat().to("blue").emit("blue");
		this.fleet.chat().except("red").emit("not red");
		socket("a").broadcast().emit("others");
		this.fleet.chat().emit("all");
		assertThat(this.log).containsExactly("first own[]", "last own[]", "first red[]", "last red[]", "first all[]",
				"last all[]");
		this.log.clear();
		OutgoingListener first = socket("a").listenersAnyOutgoing().get(0);
		socket("a").offAnyOutgoing(first).emit("own");
		socket("a").offAnyOutgoing();
		this.fleet.chat().emit("all");
		assertThat(this.log).containsExactly("last own[]");
	}

}
