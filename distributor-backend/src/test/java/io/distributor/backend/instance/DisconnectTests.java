package io.distributor.backend.instance;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.distributor.backend.EventHandler;
import io.distributor.backend.Socket;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.Payload;
import io.distributor.link.message.SocketDisconnect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class DisconnectTests {

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension();

	private final List<String> log = new CopyOnWriteArrayList<>();

	@Test
	void tellsListenersOnceAfterTheLastEvent() throws Exception {
		CountDownLatch go = new CountDownLatch(1);
		this.fleet.chat().onEvent("e", (event) -> {
			go.await(5, TimeUnit.SECONDS);
			return this.log.add("event " + event.arguments().get(0, int.class) + " " + event.socket().isConnected());
		});
		this.fleet.chat().on("connection", (socket) -> socket.onDisconnect((gone, reason) -> this.log.add("socket")));
		this.fleet.chat().onDisconnect((socket, reason) -> {
			throw new IllegalStateException("broken");
		});
		this.fleet.chat()
			.onDisconnect((socket, reason) -> this.log.add("namespace " + reason.text() + ", " + reason.description()
					+ ", " + socket.rooms() + ", " + socket.isConnected()));
		ScriptedDistributor distributor = this.fleet.startWith("a", "b");
		Socket socket = this.fleet.chat().socket("a").orElseThrow();
		socket.join("r");
		distributor.event(CHAT, "a", 1, Payload.NO_ACK, "[\"e\",1]");
		distributor.event(CHAT, "a", 2, Payload.NO_ACK, "[\"e\",2]");
		distributor.send(new SocketDisconnect(CHAT, "a", 1, 1, "ping timeout", "no pong"));
		distributor.disconnect(CHAT, "a");
		await().until(() -> this.fleet.chat().socket("a").isEmpty());
		assertThat(this.log).isEmpty();
		go.countDown();
		await().until(() -> this.fleet.backend.statistics().sockets() == 1);
		assertThat(this.log).containsExactly("event 1 false", "event 2 false", "socket",
				"namespace ping timeout, no pong, [a, r], false");
	}

	@Test
	void reportsADisconnectWhenItsListenersAreDone() throws Exception {
		CountDownLatch go = new CountDownLatch(1);
		this.fleet.chat().onDisconnect((socket, reason) -> {
			go.await(5, TimeUnit.SECONDS);
			this.log.add("disconnect");
		});
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.disconnect(CHAT, "a");
		distributor.send(new SocketDisconnect(CHAT, "unknown", 1, 7, "transport close", null));
		assertThat(distributor.await(EventsHandled.class)).isEqualTo(new EventsHandled(CHAT, "unknown", 1, 7));
		assertThat(distributor.received(EventsHandled.class)).hasSize(1);
		go.countDown();
		distributor.await(EventsHandled.class, new EventsHandled(CHAT, "a", 1, 1_000)::equals);
		assertThat(this.log).containsExactly("disconnect");
	}

	@Test
	void doesNotWaitForAnAnswerThatIsOwedToAClientThatLeft() {
		this.fleet.chat().onEvent("e", (event) -> {
			event.ack();
			return EventHandler.NO_ANSWER;
		});
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.event(CHAT, "a", 1, 1, "[\"e\"]");
		distributor.disconnect(CHAT, "a");
		distributor.await(EventsHandled.class, new EventsHandled(CHAT, "a", 1, 1_000)::equals);
	}

	@Test
	void ignoresADisconnectOfAnotherAdoption() {
		this.fleet.chat().onDisconnect((socket, reason) -> this.log.add(reason.text()));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.send(new SocketDisconnect(CHAT, "a", 0, 1, "old", null));
		distributor.disconnect(CHAT, "a");
		await().untilAsserted(() -> assertThat(this.log).containsExactly("client namespace disconnect"));
	}

	@Test
	void disconnectsTheSocketsOfADistributorThatLeft() {
		this.fleet.chat().onDisconnect((socket, reason) -> this.log.add(socket.id() + " " + reason));
		ScriptedDistributor leaving = this.fleet.startWith("a", "b");
		ScriptedDistributor staying = this.fleet.distributor("staying");
		this.fleet.connect(staying, "c");
		leaving.disconnect(CHAT, "a");
		await().until(() -> this.log.size() == 1);
		leaving.close();
		await().until(() -> this.log.size() == 2);
		assertThat(this.log.get(1)).isEqualTo("b DisconnectReason[text=transport close, description=distributor edge ("
				+ leaving.id() + ") has left]");
		assertThat(this.fleet.chat().sockets()).extracting(Socket::id).containsExactly("c");
	}

	@Test
	void disconnectsTheSocketsOfADistributorThatFellSilent() {
		this.fleet.chat().onDisconnect((socket, reason) -> this.log.add(socket.id() + " " + reason.description()));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.cutOff();
		await().untilAsserted(() -> assertThat(this.log)
			.containsExactly("a distributor edge (" + distributor.id() + ") fell silent"));
	}

}
