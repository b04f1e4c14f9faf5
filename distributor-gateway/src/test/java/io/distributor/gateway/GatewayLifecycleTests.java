package io.distributor.gateway;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.distributor.engine.session.CloseReason;
import io.distributor.link.message.CountSockets;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.RefuseSocket;
import io.distributor.link.message.Selection;

import static org.assertj.core.api.Assertions.assertThat;

class GatewayLifecycleTests {

	private final GatewayFixture fixture = new GatewayFixture().withBackend();

	private final TestLink link = this.fixture.link;

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void opensAndClosesTheLinkOnce() {
		this.fixture.gateway.start();
		this.fixture.gateway.stop();
		this.fixture.gateway.stop();
		assertThat(this.link.calls).containsExactly("open", "close");
	}

	@Test
	void leavesWhenItsLastSocketHasGoneAndItsHomeHasHandledThat() {
		TestClient client = this.fixture.join("a");
		CompletableFuture<Void> drained = drain();
		assertThat(this.link.calls).contains("announce [] true");
		assertThat(drained).isNotDone();
		client.act((handler) -> handler.onDisconnect(CloseReason.SERVER_SHUTTING_DOWN, null));
		this.fixture.settle();
		assertThat(drained).isNotDone();
		this.link.receive("chat-1", new EventsHandled("/chat", "a", 1, 1));
		assertThat(drained).succeedsWithin(Duration.ofSeconds(5));
	}

	@Test
	void doesNotLeaveWhileAClientWaitsForTheAnswerOfItsHome() {
		this.fixture.connect("/chat", "a");
		CompletableFuture<Void> drained = drain();
		assertThat(drained).isNotDone();
		this.fixture.receive("chat-1", new RefuseSocket("/chat", "a", 1, "no", null));
		assertThat(drained).succeedsWithin(Duration.ofSeconds(5));
	}

	@Test
	void doesNotLeaveWhileAHomeHasNotHandledThatASocketIsGone() {
		TestClient client = this.fixture.join("a");
		client.disconnect(false);
		this.fixture.settle();
		CompletableFuture<Void> drained = drain();
		assertThat(drained).isNotDone();
		this.link.receive("chat-1", new EventsHandled("/chat", "a", 1, 1));
		assertThat(drained).succeedsWithin(Duration.ofSeconds(5));
	}

	@Test
	void doesNotLeaveWhileAReportWaitsForTheLink() {
		this.link.overloaded = true;
		this.link.receive("chat-1", new CountSockets("/chat", Selection.ALL, 11));
		CompletableFuture<Void> drained = drain();
		assertThat(drained).isNotDone();
		this.link.overloaded = false;
		this.link.receive("chat-1", new CountSockets("/chat", Selection.ALL, 12));
		assertThat(drained).succeedsWithin(Duration.ofSeconds(5));
	}

	private CompletableFuture<Void> drain() {
		return this.fixture.gateway.drain(Duration.ofSeconds(30)).toCompletableFuture();
	}

	@Test
	void leavesWhenTheTimeIsOver() {
		this.fixture.join("a");
		assertThat(this.fixture.gateway.drain(Duration.ofMillis(20)).toCompletableFuture())
			.succeedsWithin(Duration.ofSeconds(5));
	}

	@Test
	void sendsClientsElsewhereWhileItLeaves() {
		TestClient asked = this.fixture.connect("/chat", "a");
		drain();
		TestClient late = this.fixture.connect("/chat", "b");
		assertThat(late.closed).isEqualTo(CloseReason.SERVER_SHUTTING_DOWN);
		assertThat(late.refusal).isNull();
		assertThat(asked.closed).isNull();
	}

	@Test
	void sendsClientsElsewhereThatWaitForABackend() {
		this.link.removeBackend("chat-1", "/chat");
		TestClient waiting = this.fixture.connect("/chat", "a");
		assertThat(this.fixture.statistics().waitingConnects()).isOne();
		drain();
		this.fixture.settle();
		assertThat(waiting.closed).isEqualTo(CloseReason.SERVER_SHUTTING_DOWN);
		assertThat(waiting.refusal).isNull();
		assertThat(this.fixture.statistics().waitingConnects()).isZero();
	}

}
