package io.distributor.backend.instance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.SocketReleased;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * An instance is drained when no socket is left and the link has taken all there was to
 * say of them.
 */
class DrainTests {

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension(
			(options) -> options.drainTimeout(Duration.ofSeconds(30)));

	private final WatchedLink link = this.fleet.watched;

	private final List<Integer> socketsWhenReported = new CopyOnWriteArrayList<>();

	@Test
	void isNotDoneWhileAReportWaitsForTheLink() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		this.link.full = true;
		distributor.release(CHAT, "a", 1);
		await().until(() -> this.fleet.backend.statistics().sockets() == 0);
		CompletableFuture<Void> drained = this.fleet.backend.drain().toCompletableFuture();
		assertThat(drained).isNotDone();
		this.link.full = false;
		assertThat(drained).succeedsWithin(Duration.ofSeconds(5));
		distributor.await(SocketReleased.class, new SocketReleased(CHAT, "a", 1, 0)::equals);
	}

	@Test
	void isNotDoneWhileTheLinkIsDown() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		this.link.down = true;
		CompletableFuture<Void> drained = this.fleet.backend.drain().toCompletableFuture();
		distributor.await(SocketReleased.class, new SocketReleased(CHAT, "a", 1, 0)::equals);
		await().until(() -> drained.isDone() || this.link.foundDown.get() > 0);
		assertThat(drained).isNotDone();
		this.link.down = false;
		assertThat(drained).succeedsWithin(Duration.ofSeconds(5));
	}

	@Test
	void hasSaidThatADisconnectIsHandledBeforeTheSocketIsGone() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		watch(EventsHandled.class);
		distributor.disconnect(CHAT, "a");
		distributor.await(EventsHandled.class, new EventsHandled(CHAT, "a", 1, 1_000)::equals);
		assertThat(this.socketsWhenReported).containsExactly(1);
	}

	@Test
	void hasSaidThatASocketIsReleasedBeforeItIsGone() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		watch(SocketReleased.class);
		distributor.release(CHAT, "a", 1);
		distributor.await(SocketReleased.class, new SocketReleased(CHAT, "a", 1, 0)::equals);
		assertThat(this.socketsWhenReported).containsExactly(1);
	}

	private void watch(Class<?> report) {
		this.link.onSend = (message) -> {
			if (report.isInstance(message)) {
				this.socketsWhenReported.add(this.fleet.backend.statistics().sockets());
			}
		};
	}

}
