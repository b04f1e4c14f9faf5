package io.distributor.gateway;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.distributor.engine.namespace.SocketHandler;
import io.distributor.engine.session.CloseReason;
import io.distributor.link.message.SocketDisconnect;
import io.distributor.link.message.SocketEvent;

import static org.assertj.core.api.Assertions.assertThat;

class GatewayHomesTests {

	private final GatewayFixture fixture = new GatewayFixture().withBackend();

	private final TestLink link = this.fixture.link;

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void tellsTheHomeOnceThatASocketIsGone() {
		TestClient client = this.fixture.join("a");
		client.act((handler) -> handler.onDisconnect(CloseReason.TRANSPORT_ERROR, "reset"));
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-1", SocketDisconnect.class))
			.containsExactly(new SocketDisconnect("/chat", "a", 1, 1, "transport error", "reset"));
		assertThat(this.fixture.statistics().sockets()).isZero();
	}

	@Test
	void tellsTheHomeThatASocketIsGoneBeforeItWasAccepted() {
		TestClient client = this.fixture.connect("/chat", "a");
		client.act((handler) -> handler.onDisconnect(CloseReason.TRANSPORT_CLOSE, null));
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-1", SocketDisconnect.class)).hasSize(1);
		assertThat(this.fixture.statistics().connecting()).isZero();
		assertThat(this.fixture.statistics().sockets()).isZero();
	}

	@Test
	void tellsNobodyOfAClientThatLeftWhileItWaited() {
		this.link.removeBackend("chat-1", "/chat");
		TestClient client = this.fixture.connect("/chat", "a");
		client.act((handler) -> handler.onDisconnect(CloseReason.TRANSPORT_CLOSE, null));
		this.link.announceBackend("chat-2", "/chat");
		this.fixture.settle();
		assertThat(this.link.sent).isEmpty();
		assertThat(this.fixture.statistics().waitingConnects()).isZero();
		assertThat(this.fixture.statistics().connecting()).isZero();
		assertThat(this.fixture.statistics().departedSockets()).isZero();
	}

	@Test
	void forgetsAClientThatLeftWhileItWaitedForAnotherHome() {
		TestClient client = this.fixture.connect("/chat", "a");
		this.link.removeBackend("chat-1", "/chat");
		this.fixture.settle();
		client.act((handler) -> handler.onDisconnect(CloseReason.TRANSPORT_CLOSE, null));
		this.fixture.settle();
		assertThat(this.fixture.statistics().departedSockets()).isZero();
		Awaitility.await().untilAsserted(() -> assertThat(this.link.listening).isEmpty());
	}

	@Test
	void leavesSocketsOfOtherHomesAlone() {
		this.link.announceBackend("game-1", "/game");
		TestClient client = this.fixture.join("a");
		this.link.removeBackend("game-1", "/game");
		this.fixture.settle();
		assertThat(client.closed).isNull();
	}

	@Test
	void sendsNoEventsAfterTheHomeIsGone() {
		TestClient client = this.fixture.join("a");
		client.act((handler) -> this.link.removeBackend("chat-1", "/chat"));
		client.act((handler) -> handler.onEvent(GatewayFixture.arguments("[\"late\"]"), SocketHandler.NO_ACK));
		this.fixture.settle();
		assertThat(this.link.sent(SocketEvent.class)).isEmpty();
	}

}
