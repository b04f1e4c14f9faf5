package io.distributor.gateway;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.distributor.engine.session.CloseReason;
import io.distributor.link.message.EventsHandled;

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
		CompletableFuture<Void> drained = this.fixture.gateway.drain(Duration.ofSeconds(30)).toCompletableFuture();
		assertThat(this.link.calls).contains("announce [] true");
		assertThat(drained).isNotDone();
		client.act((handler) -> handler.onDisconnect(CloseReason.SERVER_SHUTTING_DOWN, null));
		this.fixture.settle();
		assertThat(drained).isNotDone();
		this.link.receive("chat-1", new EventsHandled("/chat", "a", 1, 1));
		assertThat(drained).succeedsWithin(Duration.ofSeconds(5));
	}

	@Test
	void leavesWhenTheTimeIsOver() {
		this.fixture.join("a");
		assertThat(this.fixture.gateway.drain(Duration.ofMillis(20)).toCompletableFuture())
			.succeedsWithin(Duration.ofSeconds(5));
	}

	@Test
	void sendsClientsElsewhereWhileItLeaves() {
		TestClient waiting = this.fixture.connect("/chat", "a");
		this.fixture.gateway.drain(Duration.ofSeconds(30));
		TestClient late = this.fixture.connect("/chat", "b");
		this.fixture.settle();
		assertThat(late.closed).isEqualTo(CloseReason.SERVER_SHUTTING_DOWN);
		assertThat(late.refusal).isNull();
		assertThat(waiting.closed).isNull();
	}

}
