package io.distributor.backend.instance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.distributor.backend.Arguments;
import io.distributor.backend.RequestResult;
import io.distributor.backend.Socket;
import io.distributor.backend.SocketDisconnectedException;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.Payload;
import io.distributor.link.message.SetSocketData;
import io.distributor.link.message.SocketReleased;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class FenceTests {

	private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("io.distributor.backend");

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension(
			(options) -> options.drainTimeout(Duration.ofSeconds(2)).requestTimeout(Duration.ofMinutes(1)));

	private final List<String> log = new CopyOnWriteArrayList<>();

	private final List<String> warnings = new CopyOnWriteArrayList<>();

	private final Appender<ILoggingEvent> appender = new UnsynchronizedAppenderBase<>() {

		@Override
		protected void append(ILoggingEvent line) {
			if (line.getLevel() == Level.WARN) {
				FenceTests.this.warnings.add(line.getFormattedMessage());
			}
		}

	};

	@BeforeEach
	void listenToTheLog() {
		this.appender.start();
		LOGGER.addAppender(this.appender);
	}

	@AfterEach
	void leaveTheLog() {
		LOGGER.detachAppender(this.appender);
	}

	@Test
	void dropsItsViewOfSocketsThatLiveOnElsewhere() {
		CompletableFuture<String> stage = new CompletableFuture<>();
		this.fleet.chat().onEvent("e", (event) -> {
			this.log.add("event " + event.arguments().get(0, int.class));
			return stage;
		});
		this.fleet.chat().onRelease((socket) -> this.log.add("release " + socket.id()));
		this.fleet.chat().onDisconnect((socket, reason) -> this.log.add("disconnect"));
		ScriptedDistributor distributor = this.fleet.startWith("a", "b");
		Socket socket = this.fleet.chat().socket("a").orElseThrow();
		distributor.event(CHAT, "a", 1, 1, "[\"e\",1]");
		distributor.event(CHAT, "a", 2, 2, "[\"e\",2]");
		await().until(() -> this.fleet.backend.statistics().eventsQueued() == 1);
		CompletionStage<Arguments> answer = socket.emitWithAck(Duration.ofMinutes(1), "ask");
		distributor.answerNoRequests();
		CompletionStage<RequestResult> request = socket.join("room");
		takeForDead(distributor);
		assertThat(this.fleet.chat().sockets()).isEmpty();
		assertThat(answer).failsWithin(PATIENCE)
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(SocketDisconnectedException.class);
		assertThat(request).succeedsWithin(PATIENCE)
			.satisfies((
					result) -> assertThat(result.silentDistributors()).singleElement().asString().startsWith("edge ("));
		stage.complete("too late");
		socket.data().put("name", "too late");
		await().until(() -> this.fleet.backend.statistics().sockets() == 0);
		await()
			.untilAsserted(() -> assertThat(this.log).containsExactlyInAnyOrder("event 1", "release a", "release b"));
		assertThat(this.log).containsSubsequence("event 1", "release a");
		await().untilAsserted(() -> assertThat(this.warnings).singleElement()
			.asString()
			.startsWith("2 sockets were given to other instances: "));
		assertThat(this.fleet.backend.statistics().socketsLost()).isEqualTo(2);
		this.fleet.connect(distributor, "c");
		assertThat(distributor.received(EventAnswer.class)).isEmpty();
		assertThat(distributor.received(EventsHandled.class)).isEmpty();
		assertThat(distributor.received(SetSocketData.class)).isEmpty();
		assertThat(distributor.received(SocketReleased.class)).isEmpty();
	}

	@Test
	void adoptsASocketAnewThatItLost() {
		this.fleet.chat().onEvent("e", (event) -> this.log.add("event " + event.socket().recovered()));
		this.fleet.chat().onRelease((socket) -> this.log.add("release"));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		takeForDead(distributor);
		await().until(() -> this.log.contains("release"));
		distributor.adopt(CHAT, "a", 2, List.of("a"), null);
		distributor.send(new io.distributor.link.message.SocketEvent(CHAT, "a", 2, 1, 1, true,
				new Payload(ScriptedDistributor.bytes("[\"e\"]"), List.of())));
		distributor.await(EventsHandled.class, new EventsHandled(CHAT, "a", 2, 1)::equals);
		assertThat(this.log).containsExactly("release", "event true");
	}

	/** Cuts the backend off until the distributor gives it up, and lets it come back. */
	private void takeForDead(ScriptedDistributor distributor) {
		this.fleet.port.down();
		await().until(() -> !distributor.gone().isEmpty());
		this.fleet.port.up();
		await().until(() -> this.fleet.chat().sockets().isEmpty());
		await().until(() -> distributor.nodes().stream().anyMatch((node) -> node.id().equals(this.fleet.link.id())));
		distributor.awaitBackend(this.fleet.link);
	}

}
