package io.distributor.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.distributor.engine.namespace.SocketHandler;
import io.distributor.engine.protocol.socketio.PacketArguments;
import io.distributor.engine.session.CloseReason;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.SocketDisconnect;
import io.distributor.link.message.SocketEvent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sockets that lost their home while there is no other one.
 */
class GatewayHomelessTests {

	private GatewayFixture fixture = new GatewayFixture().withBackend();

	private TestLink link = this.fixture.link;

	@AfterEach
	void close() {
		this.fixture.close();
	}

	private void use(GatewayOptionsBuilder options) {
		this.fixture.close();
		this.fixture = new GatewayFixture(options.build()).withBackend();
		this.link = this.fixture.link;
	}

	@Test
	void keepNoMoreEventsThanTheyMay() {
		TestClient client = this.fixture.join("a");
		lose();
		this.fixture.emitMany(client, 4);
		assertThat(client.closed).isNull();
		this.fixture.emitMany(client, 1);
		assertThat(client.closed).isEqualTo(CloseReason.FORCED_CLOSE);
		assertThat(this.fixture.statistics().homelessClosed(HomelessLimit.EVENTS)).isOne();
	}

	@Test
	void keepNoMoreBytesThanTheyMay() {
		TestClient client = this.fixture.join("a");
		lose();
		emit(client, 1_000);
		assertThat(client.closed).isNull();
		emit(client, 1);
		assertThat(client.closed).isEqualTo(CloseReason.FORCED_CLOSE);
		assertThat(this.fixture.statistics().homelessClosed(HomelessLimit.BYTES)).isOne();
	}

	@Test
	void keepNoMoreTogetherThanTheyMay() {
		use(GatewayFixture.OPTIONS.toBuilder().maxUnhandledTotal(2_000));
		TestClient first = this.fixture.join("a");
		TestClient second = this.fixture.join("b");
		TestClient third = this.fixture.join("c");
		lose();
		emit(first, 1_000);
		emit(second, 1_000);
		assertThat(first.closed).isNull();
		assertThat(second.closed).isEqualTo(CloseReason.FORCED_CLOSE);
		emit(third, 1);
		assertThat(third.closed).isEqualTo(CloseReason.FORCED_CLOSE);
		assertThat(this.fixture.statistics().homelessClosed(HomelessLimit.TOTAL)).isEqualTo(2);
		assertThat(this.fixture.statistics().unhandledBytes()).isGreaterThan(2_000);
	}

	@Test
	void areStillHandledWhenTheirConnectionsWereClosedForTooMuch() {
		TestClient client = this.fixture.join("a");
		lose();
		this.fixture.emitMany(client, 5);
		this.link.announceBackend("chat-2", "/chat");
		this.fixture.settle();
		assertThat(this.link.sentTo("chat-2", SocketEvent.class)).hasSize(4);
		this.fixture.receive("chat-2", new EventsHandled("/chat", "a", 2, 4));
		assertThat(this.link.sentTo("chat-2", SocketDisconnect.class)).extracting(SocketDisconnect::number)
			.containsExactly(6L);
		assertThat(this.fixture.statistics().forgottenSockets()).isZero();
	}

	@Test
	void loseTheirConnectionsWhenNobodyComes() {
		use(GatewayFixture.OPTIONS.toBuilder().adoptionWait(Duration.ofMillis(50)));
		TestClient client = this.fixture.join("a");
		lose();
		Awaitility.await().untilAsserted(() -> assertThat(client.closed).isEqualTo(CloseReason.FORCED_CLOSE));
		this.fixture.settle();
		assertThat(this.fixture.statistics().homelessClosed(HomelessLimit.AGE)).isOne();
		assertThat(this.fixture.statistics().forgottenSockets()).isOne();
		assertNothingIsLeft();
	}

	@Test
	void areForgottenWhenTheirClientsHaveLeftAndNobodyComes() {
		use(GatewayFixture.OPTIONS.toBuilder().adoptionWait(Duration.ofMillis(100)));
		TestClient client = this.fixture.join("a");
		lose();
		this.fixture.emitMany(client, 2);
		client.act((handler) -> handler.onDisconnect(CloseReason.TRANSPORT_CLOSE, null));
		this.fixture.settle();
		assertThat(this.fixture.statistics().departedSockets()).isOne();
		Awaitility.await().untilAsserted(() -> assertThat(this.fixture.statistics().forgottenSockets()).isOne());
		assertThat(client.closed).isNull();
		assertNothingIsLeft();
	}

	@Test
	void keepTheirConnectionsWhenSomebodyComesInTime() {
		use(GatewayFixture.OPTIONS.toBuilder().adoptionWait(Duration.ofSeconds(1)));
		TestClient client = this.fixture.join("a");
		TestClient other = this.fixture.join("b");
		this.link.announceBackend("game-1", "/game");
		lose();
		this.link.announceBackend("chat-2", "/chat");
		this.fixture.settle();
		this.link.removeBackend("chat-2", "/chat");
		this.fixture.settle();
		this.link.announceBackend("chat-3", "/chat");
		this.fixture.settle();
		// On the same event loop, so behind all that was to be done by then.
		this.fixture.server.loop.schedule(() -> {
		}, 1, TimeUnit.SECONDS).syncUninterruptibly();
		assertThat(client.closed).isNull();
		assertThat(other.closed).isNull();
	}

	@Test
	void areNotReadWhileAllTogetherHaveTooMuchToHandleAndAHome() {
		use(GatewayFixture.OPTIONS.toBuilder().maxUnhandledTotal(2_000));
		TestClient first = this.fixture.join("a");
		TestClient second = this.fixture.join("b");
		TestClient third = this.fixture.join("c");
		emit(first, 1_000);
		emit(second, 1_000);
		emit(third, 1);
		assertThat(List.of(first.pauses.get(), second.pauses.get(), third.pauses.get())).containsExactly(0, 1, 1);
		third.act((handler) -> handler.onDisconnect(CloseReason.TRANSPORT_CLOSE, null));
		this.fixture.settle();
		assertThat(this.fixture.statistics().pausedSockets()).isOne();
		this.fixture.receive("chat-1", new EventsHandled("/chat", "a", 1, 1));
		assertThat(second.pauses).hasValue(0);
		assertThat(this.fixture.statistics().pausedSockets()).isZero();
	}

	private void assertNothingIsLeft() {
		assertThat(this.fixture.statistics().homelessSockets()).isZero();
		assertThat(this.fixture.statistics().departedSockets()).isZero();
		assertThat(this.fixture.statistics().heldMessages()).isZero();
		Awaitility.await().untilAsserted(() -> assertThat(this.link.listening).isEmpty());
	}

	private void lose() {
		this.link.removeBackend("chat-1", "/chat");
		this.fixture.settle();
	}

	private void emit(TestClient client, int bytes) {
		PacketArguments arguments = new PacketArguments("x".repeat(bytes).getBytes(StandardCharsets.US_ASCII),
				List.of());
		client.act((handler) -> handler.onEvent(arguments, SocketHandler.NO_ACK));
		this.fixture.settle();
	}

}
