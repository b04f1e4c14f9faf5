package io.distributor.backend.instance;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.distributor.backend.Namespace;
import io.distributor.backend.statistics.BackendLimit;
import io.distributor.backend.statistics.EventOutcome;
import io.distributor.link.message.AcceptSocket;
import io.distributor.link.message.DisconnectSockets;
import io.distributor.link.message.Payload;
import io.distributor.link.message.RefuseSocket;
import io.distributor.link.message.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class BoundsTests {

	private static final Logger LOGGER = (Logger) LoggerFactory
		.getLogger("io.distributor.backend.namespace.Namespaces");

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
	void ownsABoundedNumberOfNamespaces() {
		for (int i = 1; i < 999; i++) {
			this.fleet.backend.io().of("/n" + i);
		}
		ListAppender<ILoggingEvent> log = new ListAppender<>();
		log.start();
		LOGGER.addAppender(log);
		Namespace last = this.fleet.backend.io().of("/rooms-{id}");
		assertThatIllegalStateException().isThrownBy(() -> this.fleet.backend.io().of("/more"))
			.withMessage("namespace: /more (expected: <= 1000 namespaces of an instance; "
					+ "a pattern such as /room-{id} stands for many)");
		assertThatIllegalStateException().isThrownBy(() -> this.fleet.backend.io().of("/more-{id}"));
		LOGGER.detachAppender(log);
		assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage)
			.containsExactly("This instance owns 1000 namespaces and refuses /more and further ones: "
					+ "let a pattern such as /room-{id} stand for many");
		assertThat(this.fleet.backend.statistics().reached(BackendLimit.OWNED_NAMESPACES)).isEqualTo(2);
		assertThat(this.fleet.backend.io().of("/rooms-{id}")).isSameAs(last);
		assertThat(this.fleet.backend.io().of("/n1").name()).isEqualTo("/n1");
		assertThat(this.fleet.backend.io().of("/rooms-7").name()).isEqualTo("/rooms-7");
		ScriptedDistributor distributor = this.fleet.start();
		assertThat(distributor.nodes()).last().satisfies((node) -> assertThat(node.namespaces()).hasSize(1_000));
	}

	@Test
	void wantsOptionsInTheirRanges() {
		assertThatIllegalArgumentException().isThrownBy(() -> BackendOptions.builder().build())
			.withMessage("namespaces: [] (expected: at least one)");
		String[] many = IntStream.rangeClosed(0, 1_000).mapToObj((number) -> "/n" + number).toArray(String[]::new);
		assertThatIllegalArgumentException().isThrownBy(() -> BackendOptions.builder(many).build())
			.withMessage("namespaces: 1001 (expected: <= 1000; a pattern such as /room-{id} stands for many)");
		assertThat(BackendOptions.builder("x".repeat(511)).build().namespaces()).hasSize(1);
		assertThatIllegalArgumentException().isThrownBy(() -> BackendOptions.builder("x".repeat(512)).build())
			.withMessage("namespace: 513 characters (expected: <= 512, the slash included)");
		assertThatIllegalArgumentException().isThrownBy(() -> BackendOptions.builder("/").maxAcks(0).build())
			.withMessage("maxAcks: 0 (expected: > 0)");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> BackendOptions.builder("/").ackTimeout(Duration.ZERO).build())
			.withMessage("ackTimeout: PT0S (expected: > 0)");
		assertThat(BackendOptions.builder("chat", "/chat", "").build().namespaces()).containsExactly("/chat", "/");
	}

}
