package io.distributor.backend.instance;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.distributor.backend.statistics.BackendLimit;
import io.distributor.backend.statistics.EventOutcome;
import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.DisconnectSockets;
import io.distributor.link.message.Payload;
import io.distributor.link.message.RefuseSocket;
import io.distributor.link.message.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class BoundsTests {

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension((options) -> options.maxSockets(2).maxQueuedEvents(3));

	@Test
	void refusesMoreSocketsThanItTakesUntilOneGoes() {
		ScriptedDistributor distributor = this.fleet.startWith("a", "b");
		distributor.connect(CHAT, "c");
		assertThat(distributor.await(RefuseSocket.class))
			.isEqualTo(new RefuseSocket(CHAT, "c", 1, "Too many connections", null));
		assertThat(this.fleet.backend.statistics().sockets()).isEqualTo(2);
		assertThat(this.fleet.backend.statistics().socketsAccepted()).isEqualTo(2);
		assertThat(this.fleet.backend.statistics().socketsRefused()).isEqualTo(1);
		assertThat(this.fleet.backend.statistics().reached(BackendLimit.SOCKETS)).isEqualTo(1);
		distributor.disconnect(CHAT, "a");
		await().until(() -> this.fleet.backend.statistics().sockets() == 1);
		this.fleet.connect(distributor, "d");
		assertThat(distributor.received(AcceptSocket.class)).hasSize(3);
	}

	@Test
	void disconnectsASocketWithTooManyEventsWaiting() throws Exception {
		CountDownLatch go = new CountDownLatch(1);
		this.fleet.chat().onEvent("e", (event) -> go.await(5, TimeUnit.SECONDS));
		ScriptedDistributor distributor = this.fleet.startWith("a", "b");
		distributor.event(CHAT, "a", 1, Payload.NO_ACK, "[\"e\"]");
		await().until(() -> this.fleet.backend.statistics().eventsQueued() == 0);
		for (int i = 2; i <= 9; i++) {
			distributor.event(CHAT, "a", i, Payload.NO_ACK, "[\"e\"]");
		}
		distributor.event(CHAT, "b", 1, 1, "[\"e\"]");
		assertThat(distributor.await(DisconnectSockets.class))
			.isEqualTo(new DisconnectSockets(CHAT, Selection.socket("a"), false, 0));
		assertThat(this.fleet.backend.statistics().queuesOverflowed()).isEqualTo(1);
		go.countDown();
		await().until(() -> this.fleet.backend.statistics().events(EventOutcome.HANDLED) == 5);
		assertThat(this.fleet.backend.statistics().eventsQueued()).isZero();
		assertThat(distributor.received(DisconnectSockets.class)).hasSize(1);
	}

	@Test
	void wantsOptionsInTheirRanges() {
		assertThatIllegalArgumentException().isThrownBy(() -> BackendOptions.builder().build())
			.withMessage("namespaces: [] (expected: at least one)");
		assertThatIllegalArgumentException().isThrownBy(() -> BackendOptions.builder("/").maxAcks(0).build())
			.withMessage("maxAcks: 0 (expected: > 0)");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> BackendOptions.builder("/").ackTimeout(Duration.ZERO).build())
			.withMessage("ackTimeout: PT0S (expected: > 0)");
		assertThat(BackendOptions.builder("chat", "/chat", "").build().namespaces()).containsExactly("/chat", "/");
	}

}
