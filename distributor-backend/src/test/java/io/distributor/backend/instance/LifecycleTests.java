package io.distributor.backend.instance;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.distributor.backend.Arguments;
import io.distributor.backend.Namespace;
import io.distributor.backend.RequestResult;
import io.distributor.backend.SocketDisconnectedException;
import io.distributor.backend.statistics.EventOutcome;
import io.distributor.backend.statistics.HandlerObserver;
import io.distributor.link.memory.MemoryLinkHub;
import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.EmitToRooms;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.Payload;
import io.distributor.link.message.RefuseSocket;
import io.distributor.link.message.SocketReleased;
import io.distributor.link.presence.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class LifecycleTests {

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension();

	@RegisterExtension
	private final BackendExtension hasty = new BackendExtension(
			(options) -> options.drainTimeout(Duration.ofMillis(500)));

	private final List<String> log = new CopyOnWriteArrayList<>();

	@Test
	void announcesItsNamespacesAndThoseAddedLater() {
		ScriptedDistributor distributor = this.fleet.start();
		assertThat(lastNode(distributor).namespaces()).containsExactly(CHAT);
		Namespace game = this.fleet.backend.io().of("game");
		await().until(() -> lastNode(distributor).namespaces().equals(Set.of(CHAT, "/game")));
		assertThat(game.name()).isEqualTo("/game");
		assertThat(this.fleet.backend.io().of("/game")).isSameAs(game);
		assertThat(this.fleet.backend.io().of(CHAT)).isSameAs(this.fleet.backend.io());
		assertThatIllegalArgumentException().isThrownBy(() -> this.fleet.backend.io().of("/a,b"));
	}

	@Test
	void keepsNamespacesApart() {
		Namespace game = this.fleet.backend.io().of("/game");
		this.fleet.chat().onEvent("e", (event) -> this.log.add("chat"));
		game.onEvent("e", (event) -> this.log.add("game"));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.connect("/game", "b");
		distributor.await(AcceptSocket.class, (accepted) -> accepted.namespace().equals("/game"));
		distributor.event("/game", "b", 1, Payload.NO_ACK, "[\"e\"]");
		distributor.event("/game", "a", 1, Payload.NO_ACK, "[\"e\"]");
		await().untilAsserted(() -> assertThat(this.log).containsExactly("game"));
		assertThat(game.socket("a")).isEmpty();
		assertThat(this.fleet.chat().socket("b")).isEmpty();
	}

	@Test
	void startsOnce() {
		this.fleet.backend.start();
		assertThatIllegalStateException().isThrownBy(this.fleet.backend::start)
			.withMessage("backend: RUNNING (expected: NEW; start another one)");
	}

	@Test
	void drainsWhatItHasAndTakesNoNewSockets() throws Exception {
		CountDownLatch go = new CountDownLatch(1);
		this.fleet.chat().onEvent("e", (event) -> go.await(15, TimeUnit.SECONDS));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.event(CHAT, "a", 1, 1, "[\"e\"]");
		distributor.event(CHAT, "a", 2, 2, "[\"e\"]");
		await().until(() -> this.fleet.backend.statistics().eventsQueued() == 1);
		CompletableFuture<Void> drained = this.fleet.backend.drain().toCompletableFuture();
		await().until(() -> lastNode(distributor).draining());
		distributor.connect(CHAT, "late");
		assertThat(drained).isNotDone();
		go.countDown();
		assertThat(drained).succeedsWithin(Duration.ofSeconds(5));
		assertThat(this.fleet.backend.statistics().events(EventOutcome.HANDLED)).isEqualTo(2);
		this.fleet.backend.stop();
		await().until(() -> !distributor.gone().isEmpty());
		assertThat(distributor.received(EventAnswer.class)).hasSize(2);
		assertThat(distributor.received(SocketReleased.class))
			.containsExactlyInAnyOrder(new SocketReleased(CHAT, "a", 1, 2), new SocketReleased(CHAT, "late", 1, 0));
		assertThat(distributor.received(AcceptSocket.class)).hasSize(1);
		assertThat(distributor.received(RefuseSocket.class)).isEmpty();
	}

	@Test
	void finishesDisconnectListenersWhenItStops() throws Exception {
		CountDownLatch go = new CountDownLatch(1);
		this.fleet.chat().onDisconnect((socket, reason) -> {
			go.await(15, TimeUnit.SECONDS);
			this.log.add("disconnect " + socket.id());
		});
		ScriptedDistributor distributor = this.fleet.startWith("a", "b");
		distributor.disconnect(CHAT, "a");
		await().until(() -> this.fleet.chat().socket("a").isEmpty());
		CompletableFuture<Void> drained = this.fleet.backend.drain().toCompletableFuture();
		assertThat(drained).failsWithin(Duration.ofMillis(100))
			.withThrowableThat()
			.isInstanceOf(TimeoutException.class);
		go.countDown();
		this.fleet.backend.stop();
		assertThat(this.log).containsExactly("disconnect a");
	}

	@Test
	void doesNotWaitForEverForHandlers() {
		CompletableFuture<String> never = new CompletableFuture<>();
		this.hasty.chat().onEvent("e", (event) -> never);
		this.hasty.chat().onEvent("f", (event) -> this.log.add("not reached"));
		ScriptedDistributor distributor = this.hasty.startWith("a");
		distributor.event(CHAT, "a", 1, Payload.NO_ACK, "[\"e\"]");
		distributor.event(CHAT, "a", 2, Payload.NO_ACK, "[\"f\"]");
		await().until(() -> this.hasty.backend.statistics().eventsQueued() == 1);
		this.hasty.backend.stop();
		never.complete("too late");
		await().until(() -> !distributor.gone().isEmpty());
		assertThat(distributor.received(EventsHandled.class)).isEmpty();
		assertThat(this.log).isEmpty();
	}

	@Test
	void failsWhatIsAwaitedWhenItStops() {
		ScriptedDistributor distributor = this.fleet.startWith("a").answerNoRequests();
		CompletionStage<Arguments> ack = this.fleet.chat().socket("a").orElseThrow().emitWithAck("ask");
		CompletionStage<RequestResult> request = this.fleet.chat().socketsJoin("r");
		this.fleet.backend.stop();
		assertThat(ack).failsWithin(Duration.ofSeconds(5))
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(SocketDisconnectedException.class);
		assertThat(request).failsWithin(Duration.ofSeconds(5));
		assertThat(distributor.received(EmitToRooms.class)).isEmpty();
	}

	@Test
	void stopsAtOnceWhenToldToWaitForNothing() {
		CompletableFuture<String> never = new CompletableFuture<>();
		this.fleet.chat().onEvent("e", (event) -> never);
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.event(CHAT, "a", 1, Payload.NO_ACK, "[\"e\"]");
		await().until(() -> this.fleet.backend.statistics().eventsQueued() == 0);
		this.fleet.backend.stopNow();
		await().until(() -> !distributor.gone().isEmpty());
		assertThat(distributor.received(EventsHandled.class)).isEmpty();
	}

	@Test
	void leavesATimerOfTheCallerRunning() {
		ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
		try {
			Backend backend = new Backend(BackendOptions.builder(CHAT).build(), JsonMapper.shared(), Runnable::run,
					timer, ScriptedDistributor.backendLink(new MemoryLinkHub().port()), HandlerObserver.NONE);
			backend.start();
			backend.stop();
			assertThat(timer.isShutdown()).isFalse();
		}
		finally {
			timer.shutdownNow();
		}
	}

	@Test
	void stopsThoughItWasNotStartedAndStopsOnce() {
		this.fleet.backend.stop();
		this.fleet.backend.stop();
		assertThatIllegalStateException().isThrownBy(this.fleet.backend::start);
	}

	private static Node lastNode(ScriptedDistributor distributor) {
		return distributor.nodes().get(distributor.nodes().size() - 1);
	}

}
