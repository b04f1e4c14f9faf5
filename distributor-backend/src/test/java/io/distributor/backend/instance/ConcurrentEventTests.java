package io.distributor.backend.instance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.distributor.backend.EventHandler;
import io.distributor.backend.EventListener;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.Payload;
import io.distributor.link.message.SocketReleased;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ConcurrentEventTests {

	private static final long NO_ACK = Payload.NO_ACK;

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension(
			(options) -> options.maxQueuedEvents(3).handlerTimeout(Duration.ofSeconds(2)));

	private final List<String> log = new CopyOnWriteArrayList<>();

	private final CountDownLatch go = new CountDownLatch(1);

	@Test
	void doesNotLetTheNextEventWait() {
		slow();
		this.fleet.chat().onEvent("next", (event) -> this.log.add("next"));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.event(CHAT, "a", 1, 1, "[\"slow\"]");
		distributor.event(CHAT, "a", 2, 2, "[\"next\"]");
		distributor.await(EventAnswer.class, (answer) -> answer.ackId() == 2);
		assertThat(distributor.received(EventAnswer.class)).hasSize(1);
		this.go.countDown();
		distributor.await(EventAnswer.class, (answer) -> answer.ackId() == 1);
	}

	@Test
	void tellsTheDistributorOnlyWhatIsHandledWithoutGaps() {
		CompletableFuture<Void> stage = new CompletableFuture<>();
		slow();
		this.fleet.chat().onEvent("stage", EventHandler.concurrent((event) -> stage));
		this.fleet.chat().onEvent("next", (event) -> this.log.add("next"));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.event(CHAT, "a", 1, NO_ACK, "[\"next\"]");
		distributor.event(CHAT, "a", 2, NO_ACK, "[\"slow\"]");
		distributor.event(CHAT, "a", 3, NO_ACK, "[\"next\"]");
		await().until(() -> this.log.size() == 3);
		distributor.event(CHAT, "a", 4, NO_ACK, "[\"stage\"]");
		distributor.event(CHAT, "a", 5, 5, "[\"next\"]");
		distributor.await(EventAnswer.class);
		distributor.await(EventsHandled.class, (handled) -> handled.number() == 1);
		assertThat(distributor.received(EventsHandled.class)).hasSize(1);
		this.go.countDown();
		distributor.await(EventsHandled.class, (handled) -> handled.number() == 3);
		stage.complete(null);
		distributor.await(EventsHandled.class, (handled) -> handled.number() == 5);
		assertThat(distributor.received(EventsHandled.class)).extracting(EventsHandled::number)
			.containsExactly(1L, 3L, 5L);
	}

	@Test
	void startsNoMoreAtATimeThanMayWait() {
		slow();
		ScriptedDistributor distributor = this.fleet.startWith("a");
		for (int i = 1; i <= 5; i++) {
			int started = Math.min(i, 3);
			distributor.event(CHAT, "a", i, NO_ACK, "[\"slow\"]");
			await().until(() -> this.log.size() == started);
		}
		await().until(() -> this.log.size() == 3 && this.fleet.backend.statistics().eventsQueued() == 2);
		this.go.countDown();
		distributor.await(EventsHandled.class, (handled) -> handled.number() == 5);
	}

	@Test
	void isFinishedBeforeTheSocketIsReleased() {
		slow();
		ScriptedDistributor distributor = this.fleet.startWith("a", "b");
		distributor.event(CHAT, "a", 1, 1, "[\"slow\"]");
		distributor.release(CHAT, "a", 1);
		distributor.release(CHAT, "b", 1);
		distributor.await(SocketReleased.class);
		assertThat(distributor.received(SocketReleased.class)).hasSize(1);
		this.go.countDown();
		distributor.await(SocketReleased.class, new SocketReleased(CHAT, "a", 1, 1)::equals);
		assertThat(distributor.received(EventAnswer.class)).hasSize(1);
	}

	@Test
	void isFinishedBeforeDisconnectListenersAreCalled() {
		slow();
		this.fleet.chat().onDisconnect((socket, reason) -> this.log.add("disconnect"));
		ScriptedDistributor distributor = this.fleet.startWith("a", "b");
		distributor.event(CHAT, "a", 1, NO_ACK, "[\"slow\"]");
		await().until(() -> this.log.size() == 1);
		distributor.disconnect(CHAT, "a");
		distributor.disconnect(CHAT, "b");
		await().until(() -> this.log.size() == 2);
		assertThat(distributor.received(EventsHandled.class)).extracting(EventsHandled::socketId).doesNotContain("a");
		this.go.countDown();
		distributor.await(EventsHandled.class, new EventsHandled(CHAT, "a", 1, 1_000)::equals);
		assertThat(this.log).containsExactly("slow", "disconnect", "done", "disconnect");
	}

	@Test
	void mayBeAListenerOfASocket() {
		this.fleet.chat().on("connection", (socket) -> {
			socket.on("slow", EventListener.concurrent((event) -> this.go.await(5, TimeUnit.SECONDS)));
			socket.on("mixed", EventListener.concurrent((event) -> this.log.add("concurrent")));
			socket.on("mixed", (event) -> {
				this.log.add("in order");
				this.go.await(5, TimeUnit.SECONDS);
			});
			socket.on("next", (event) -> this.log.add("next"));
		});
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.event(CHAT, "a", 1, NO_ACK, "[\"slow\"]");
		distributor.event(CHAT, "a", 2, NO_ACK, "[\"mixed\"]");
		distributor.event(CHAT, "a", 3, NO_ACK, "[\"next\"]");
		await().until(() -> this.log.size() == 2);
		assertThat(this.log).containsExactly("concurrent", "in order");
		this.go.countDown();
		await().until(() -> this.log.contains("next"));
	}

	private void slow() {
		this.fleet.chat().onEvent("slow", EventHandler.concurrent((event) -> {
			this.log.add("slow");
			this.go.await(5, TimeUnit.SECONDS);
			return this.log.add("done");
		}));
	}

}
