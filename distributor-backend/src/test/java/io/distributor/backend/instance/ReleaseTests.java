package io.distributor.backend.instance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.distributor.backend.Ack;
import io.distributor.backend.Arguments;
import io.distributor.backend.EventHandler;
import io.distributor.backend.Socket;
import io.distributor.backend.SocketDisconnectedException;
import io.distributor.link.message.EmitToSocket;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.Payload;
import io.distributor.link.message.RefuseSocket;
import io.distributor.link.message.SetSocketData;
import io.distributor.link.message.SocketReleased;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static io.distributor.backend.instance.ScriptedDistributor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ReleaseTests {

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension();

	@RegisterExtension
	private final BackendExtension hasty = new BackendExtension(
			(options) -> options.drainTimeout(Duration.ofMillis(500)).handlerTimeout(Duration.ofMillis(500)));

	private final List<String> log = new CopyOnWriteArrayList<>();

	@Test
	void releasesASocketBehindItsEvents() throws Exception {
		CountDownLatch go = new CountDownLatch(1);
		this.fleet.chat().onEvent("e", (event) -> {
			go.await(5, TimeUnit.SECONDS);
			return this.log.add("event");
		});
		this.fleet.chat().onRelease((socket) -> this.log.add("release " + socket.isConnected()));
		this.fleet.chat().onDisconnect((socket, reason) -> this.log.add("disconnect"));
		ScriptedDistributor distributor = this.fleet.startWith("a", "b");
		distributor.event(CHAT, "a", 1, Payload.NO_ACK, "[\"e\"]");
		distributor.event(CHAT, "a", 2, 7, "[\"e\"]");
		distributor.release(CHAT, "a", 1);
		distributor.release(CHAT, "b", 1);
		distributor.await(SocketReleased.class, new SocketReleased(CHAT, "b", 1, 0)::equals);
		assertThat(this.fleet.chat().socket("a")).isPresent();
		go.countDown();
		distributor.await(SocketReleased.class, new SocketReleased(CHAT, "a", 1, 2)::equals);
		assertThat(this.log).containsExactly("release false", "event", "event", "release false");
		assertThat(last(distributor)).isInstanceOf(SocketReleased.class);
		assertThat(distributor.received(EventAnswer.class)).hasSize(1);
		assertThat(this.fleet.chat().sockets()).isEmpty();
		await().until(() -> this.fleet.backend.statistics().sockets() == 0);
		assertThat(this.fleet.backend.statistics().socketsReleased()).isEqualTo(2);
	}

	@Test
	void answersAtOnceForASocketItDoesNotKnow() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.release(CHAT, "nobody", 4);
		distributor.release(CHAT, "a", 2);
		assertThat(distributor.await(SocketReleased.class)).isEqualTo(new SocketReleased(CHAT, "nobody", 4, 0));
		distributor.await(SocketReleased.class, new SocketReleased(CHAT, "a", 2, 0)::equals);
		assertThat(this.fleet.chat().socket("a")).isPresent();
	}

	@Test
	void waitsForStagesOfHandlers() {
		CompletableFuture<String> stage = new CompletableFuture<>();
		this.fleet.chat().onEvent("e", (event) -> stage);
		ScriptedDistributor distributor = this.fleet.startWith("a", "b");
		distributor.event(CHAT, "a", 1, 1, "[\"e\"]");
		distributor.release(CHAT, "a", 1);
		distributor.release(CHAT, "b", 1);
		distributor.await(SocketReleased.class);
		assertThat(distributor.received(SocketReleased.class)).hasSize(1);
		stage.complete("done");
		distributor.await(SocketReleased.class, new SocketReleased(CHAT, "a", 1, 1)::equals);
		assertThat(json(distributor.await(EventAnswer.class).payload())).isEqualTo("[\"done\"]");
	}

	@Test
	void waitsForAnAnswerThatIsOwed() {
		AtomicReference<Ack> kept = new AtomicReference<>();
		this.fleet.chat().onEvent("e", (event) -> {
			kept.set(event.ack());
			return EventHandler.NO_ANSWER;
		});
		this.fleet.chat().onEvent("next", (event) -> "next");
		ScriptedDistributor distributor = this.fleet.startWith("a", "b");
		distributor.event(CHAT, "a", 1, 1, "[\"e\"]");
		distributor.event(CHAT, "a", 2, 2, "[\"next\"]");
		distributor.release(CHAT, "a", 1);
		distributor.await(EventAnswer.class);
		distributor.release(CHAT, "b", 1);
		distributor.await(SocketReleased.class);
		assertThat(distributor.received(EventsHandled.class)).isEmpty();
		kept.get().send("late");
		distributor.await(SocketReleased.class, new SocketReleased(CHAT, "a", 1, 2)::equals);
		assertThat(distributor.received(EventAnswer.class)).extracting((answer) -> json(answer.payload()))
			.containsExactly("[\"next\"]", "[\"late\"]");
		assertThat(last(distributor)).isInstanceOf(SocketReleased.class);
	}

	@Test
	void doesNotWaitForEverForAnAnswer() {
		this.hasty.chat().onEvent("e", (event) -> {
			event.ack();
			return EventHandler.NO_ANSWER;
		});
		ScriptedDistributor distributor = this.hasty.startWith("a");
		distributor.event(CHAT, "a", 1, 1, "[\"e\"]");
		distributor.release(CHAT, "a", 1);
		distributor.await(SocketReleased.class, new SocketReleased(CHAT, "a", 1, 1)::equals);
		assertThat(distributor.received(EventAnswer.class)).isEmpty();
	}

	@Test
	void doesNotWaitForAnAnswerNobodyTookOrWants() {
		this.fleet.chat().onEvent("untaken", (event) -> EventHandler.NO_ANSWER);
		this.fleet.chat().onEvent("unwanted", (event) -> {
			event.ack();
			return EventHandler.NO_ANSWER;
		});
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.event(CHAT, "a", 1, 1, "[\"untaken\"]");
		distributor.event(CHAT, "a", 2, Payload.NO_ACK, "[\"unwanted\"]");
		distributor.release(CHAT, "a", 1);
		distributor.await(SocketReleased.class, new SocketReleased(CHAT, "a", 1, 2)::equals);
	}

	@Test
	void saysNothingAsItsHomeAfterwardsButStillSpeaksToTheClient() {
		AtomicReference<Ack> kept = new AtomicReference<>();
		this.hasty.chat().onEvent("e", (event) -> {
			kept.set(event.ack());
			return EventHandler.NO_ANSWER;
		});
		ScriptedDistributor distributor = this.hasty.startWith("a");
		Socket socket = this.hasty.chat().socket("a").orElseThrow();
		distributor.event(CHAT, "a", 1, 1, "[\"e\"]");
		distributor.release(CHAT, "a", 1);
		distributor.await(SocketReleased.class);
		kept.get().send("too late");
		socket.data().put("name", "too late");
		socket.emit("still");
		assertThat(socket.join("room")).succeedsWithin(Duration.ofSeconds(5));
		distributor.await(JoinRooms.class);
		assertThat(json(distributor.await(EmitToSocket.class).payload())).isEqualTo("[\"still\"]");
		assertThat(distributor.received(EventAnswer.class)).isEmpty();
		assertThat(distributor.received(SetSocketData.class)).isEmpty();
		assertThat(socket.isConnected()).isFalse();
	}

	@Test
	void takesDataSetByReleaseListenersAlong() {
		this.fleet.chat().onRelease((socket) -> socket.data().put("score", 7));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.release(CHAT, "a", 1);
		distributor.await(SocketReleased.class);
		assertThat(distributor.received()).extracting((message) -> message.getClass().getSimpleName())
			.endsWith("SetSocketData", "SocketReleased");
	}

	@Test
	void releasesASocketWhoseReleaseListenerFails() {
		this.fleet.chat().onRelease((socket) -> {
			throw new IllegalStateException("broken");
		});
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.release(CHAT, "a", 1);
		distributor.await(SocketReleased.class);
	}

	@Test
	void goesOnWaitingForAnswersOfAReleasedSocket() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		Socket socket = this.fleet.chat().socket("a").orElseThrow();
		CompletionStage<Arguments> before = socket.emitWithAck("ask");
		distributor.release(CHAT, "a", 1);
		distributor.await(SocketReleased.class);
		CompletionStage<Arguments> after = socket.emitWithAck("ask");
		await().until(() -> distributor.received(EmitToSocket.class).size() == 2);
		distributor.adopt(CHAT, "a", 3, List.of("a"), null);
		await().until(() -> this.fleet.chat().socket("a").isPresent());
		CompletionStage<Arguments> adopted = this.fleet.chat().socket("a").orElseThrow().emitWithAck("ask");
		await().until(() -> distributor.received(EmitToSocket.class).size() == 3);
		List<Long> ids = distributor.received(EmitToSocket.class).stream().map(EmitToSocket::ackId).toList();
		assertThat(ids).doesNotHaveDuplicates();
		for (int i = 0; i < 3; i++) {
			distributor.answer(CHAT, "a", ids.get(i), "[" + i + "]");
		}
		assertThat(before).succeedsWithin(Duration.ofSeconds(5)).extracting((a) -> a.get(0, int.class)).isEqualTo(0);
		assertThat(after).succeedsWithin(Duration.ofSeconds(5)).extracting((a) -> a.get(0, int.class)).isEqualTo(1);
		assertThat(adopted).succeedsWithin(Duration.ofSeconds(5)).extracting((a) -> a.get(0, int.class)).isEqualTo(2);
	}

	@Test
	void failsWhatWaitsForAReleasedSocketWhenItsDistributorGoes() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		CompletionStage<Arguments> answer = this.fleet.chat().socket("a").orElseThrow().emitWithAck("ask");
		distributor.release(CHAT, "a", 1);
		distributor.await(SocketReleased.class);
		distributor.close();
		assertThat(answer).failsWithin(Duration.ofSeconds(5))
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(SocketDisconnectedException.class)
			.withMessageContaining("has left");
	}

	@Test
	void finishesADisconnectBeforeARelease() throws Exception {
		CountDownLatch go = new CountDownLatch(1);
		this.fleet.chat().onDisconnect((socket, reason) -> {
			go.await(5, TimeUnit.SECONDS);
			this.log.add("disconnect");
		});
		this.fleet.chat().onRelease((socket) -> this.log.add("release"));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.disconnect(CHAT, "a");
		distributor.release(CHAT, "a", 1);
		distributor.release(CHAT, "nobody", 1);
		distributor.await(SocketReleased.class, (released) -> released.socketId().equals("nobody"));
		assertThat(distributor.received(SocketReleased.class)).hasSize(1);
		go.countDown();
		distributor.await(SocketReleased.class, new SocketReleased(CHAT, "a", 1, 1_000)::equals);
		assertThat(this.log).containsExactly("disconnect");
	}

	@Test
	void finishesAConnectBeforeARelease() throws Exception {
		CountDownLatch go = new CountDownLatch(1);
		this.fleet.chat().use((socket) -> {
			go.await(5, TimeUnit.SECONDS);
			if (socket.id().equals("b")) {
				throw new IllegalStateException("broken");
			}
		});
		this.fleet.chat().onRelease((socket) -> this.log.add("release " + socket.id()));
		ScriptedDistributor distributor = this.fleet.start();
		distributor.connect(CHAT, "a");
		distributor.connect(CHAT, "b");
		distributor.release(CHAT, "a", 1);
		distributor.release(CHAT, "b", 1);
		go.countDown();
		await().until(() -> distributor.received(SocketReleased.class).size() == 2);
		assertThat(this.log).containsExactly("release a");
		assertThat(distributor.received(RefuseSocket.class)).hasSize(1);
		assertThat(distributor.received()).filteredOn((message) -> message.toString().contains("socketId=a"))
			.extracting((message) -> message.getClass().getSimpleName())
			.containsExactly("AcceptSocket", "SocketReleased");
	}

	@Test
	void disconnectsOnceWhenTheDistributorGoesDuringARelease() {
		CompletableFuture<String> stage = new CompletableFuture<>();
		this.fleet.chat().onEvent("e", (event) -> stage);
		this.fleet.chat().onRelease((socket) -> this.log.add("release"));
		this.fleet.chat().onDisconnect((socket, reason) -> this.log.add("disconnect"));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.event(CHAT, "a", 1, 1, "[\"e\"]");
		distributor.release(CHAT, "a", 1);
		await().until(() -> this.fleet.backend.statistics().eventsQueued() == 0);
		distributor.close();
		await().until(() -> this.fleet.chat().socket("a").isEmpty());
		stage.complete("done");
		await().until(() -> this.fleet.backend.statistics().sockets() == 0);
		assertThat(this.log).containsExactly("disconnect");
	}

	@Test
	void drainsWhenEverySocketIsReleased() {
		ScriptedDistributor distributor = this.fleet.startWith("a", "b").releaseNothing();
		CompletableFuture<Void> drained = this.fleet.backend.drain().toCompletableFuture();
		distributor.release(CHAT, "a", 1);
		distributor.await(SocketReleased.class);
		assertThat(drained).isNotDone();
		distributor.release(CHAT, "b", 1);
		assertThat(drained).succeedsWithin(Duration.ofSeconds(2));
	}

	@Test
	void drainsAtOnceWhenNobodyIsThere() {
		this.fleet.start();
		assertThat(this.fleet.backend.drain()).succeedsWithin(Duration.ZERO);
	}

	@Test
	void drainsAtOnceWhenNobodyIsThereThoughTheLinkIsDown() {
		this.fleet.start();
		this.fleet.port.down();
		assertThat(this.fleet.backend.drain()).succeedsWithin(Duration.ZERO);
	}

	@Test
	void drainsNoLongerThanItsTimeThoughTheLinkIsDown() {
		this.hasty.startWith("a");
		this.hasty.port.down();
		assertThat(this.hasty.backend.drain()).succeedsWithin(Duration.ofSeconds(4));
	}

	private static LinkMessage last(ScriptedDistributor distributor) {
		return distributor.received().get(distributor.received().size() - 1);
	}

}
