package io.distributor.backend.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.distributor.backend.Ack;
import io.distributor.backend.Answer;
import io.distributor.backend.EventHandler;
import io.distributor.backend.EventRefusedException;
import io.distributor.backend.statistics.EventOutcome;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.EventsHandled;
import io.distributor.link.message.Payload;
import io.distributor.link.message.SocketEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static io.distributor.backend.instance.ScriptedDistributor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class EventTests {

	private static final long NO_ACK = Payload.NO_ACK;

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension(
			(options) -> options.handlerTimeout(java.time.Duration.ofMillis(300)).handledBatch(4));

	private final Logger logger = (Logger) LoggerFactory.getLogger("io.distributor.backend");

	private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

	private final List<Object> log = new CopyOnWriteArrayList<>();

	@BeforeEach
	void listenToTheLog() {
		this.logged.start();
		this.logger.addAppender(this.logged);
	}

	@AfterEach
	void leaveTheLog() {
		this.logger.detachAppender(this.logged);
	}

	@Test
	void bringsAnEventToTheHandlerOfTheNamespace() {
		this.fleet.chat().onEvent("say", (event) -> {
			this.log.add(event.name());
			this.log.add(event.socket().id());
			this.log.add(event.arguments().get(0, Message.class));
			this.log.add(event.isRedelivered());
			this.log.add(event.ack().isRequested());
			return null;
		});
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.event(CHAT, "a", 1, NO_ACK, "[\"say\",{\"text\":\"hi\"}]");
		await().untilAsserted(() -> assertThat(this.log).containsExactly("say", "a", new Message("hi"), false, false));
		assertThat(distributor.received(EventAnswer.class)).isEmpty();
	}

	@Test
	void marksARedeliveredEvent() {
		this.fleet.chat().onEvent("e", (event) -> this.log.add(event.isRedelivered()));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.send(new SocketEvent(CHAT, "a", 1, 1, NO_ACK, true,
				new Payload(ScriptedDistributor.bytes("[\"e\"]"), List.of())));
		await().untilAsserted(() -> assertThat(this.log).containsExactly(true));
	}

	@Test
	void prefersTheListenersOfTheSocket() {
		this.fleet.chat().onEvent("e", (event) -> this.log.add("namespace"));
		this.fleet.chat()
			.on("connection",
					(socket) -> socket.on("e", (event) -> this.log.add("socket"))
						.on("e", String.class, (text) -> this.log.add(text))
						.on("e", String.class, (text, ack) -> ack.send(text + "!")));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.event(CHAT, "a", 1, 5, "[\"e\",\"x\"]");
		assertThat(json(distributor.await(EventAnswer.class).payload())).isEqualTo("[\"x!\"]");
		assertThat(this.log).containsExactly("socket", "x");
		this.fleet.chat().socket("a").orElseThrow().off("e");
		distributor.event(CHAT, "a", 2, NO_ACK, "[\"e\",\"x\"]");
		await().until(() -> this.log.contains("namespace"));
	}

	@Test
	void answersWithWhatTheHandlerReturns() {
		this.fleet.chat().onEvent("value", (event) -> new Message("ok"));
		this.fleet.chat().onEvent("null", (event) -> null);
		this.fleet.chat().onEvent("bytes", (event) -> event.arguments().get(0, byte[].class));
		this.fleet.chat().onEvent("stage", (event) -> CompletableFuture.supplyAsync(() -> List.of(1, 2)));
		this.fleet.chat().onEvent("join", (event) -> event.socket().join("room"));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.event(CHAT, "a", 1, 11, "[\"value\"]");
		distributor.event(CHAT, "a", 2, 12, "[\"null\"]");
		distributor.event(CHAT, "a", 3, 13, "[\"bytes\",{\"_placeholder\":true,\"num\":0}]", new byte[] { 1, 2 });
		distributor.event(CHAT, "a", 4, 14, "[\"stage\"]");
		distributor.event(CHAT, "a", 5, 15, "[\"join\"]");
		assertThat(answer(distributor, 11)).isEqualTo("[{\"text\":\"ok\"}]");
		assertThat(answer(distributor, 12)).isEqualTo("[null]");
		assertThat(answer(distributor, 13)).isEqualTo("[{\"_placeholder\":true,\"num\":0}]");
		assertThat(answer(distributor, 14)).isEqualTo("[[1,2]]");
		assertThat(answer(distributor, 15)).isEqualTo("[null]");
		EventAnswer binary = distributor.await(EventAnswer.class, (answer) -> answer.ackId() == 13);
		assertThat(binary.payload().attachments().get(0)).containsExactly(1, 2);
		assertThat(binary.adoption()).isEqualTo(1);
	}

	@Test
	void answersByAckOnceAlsoLater() {
		AtomicReference<Ack> kept = new AtomicReference<>();
		this.fleet.chat().onEvent("e", (event) -> {
			kept.set(event.ack());
			return EventHandler.NO_ANSWER;
		});
		this.fleet.chat().onEvent("twice", (event) -> {
			event.ack().send("first", 1);
			return "second";
		});
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.event(CHAT, "a", 1, 7, "[\"e\"]");
		distributor.event(CHAT, "a", 2, 8, "[\"twice\"]");
		assertThat(answer(distributor, 8)).isEqualTo("[\"first\",1]");
		assertThatIllegalArgumentException().isThrownBy(() -> kept.get().send(new Loop()));
		kept.get().send();
		kept.get().send("again");
		assertThat(answer(distributor, 7)).isEqualTo("[]");
		distributor.event(CHAT, "a", 3, 9, "[\"twice\"]");
		answer(distributor, 9);
		assertThat(distributor.received(EventAnswer.class)).hasSize(3);
	}

	@Test
	void answersWithSeveralArguments() {
		this.fleet.chat().onEvent("pair", (event) -> Answer.of("a", null, List.of(1)));
		this.fleet.chat().onEvent("none", (event) -> CompletableFuture.completedFuture(Answer.of()));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.event(CHAT, "a", 1, 11, "[\"pair\"]");
		distributor.event(CHAT, "a", 2, 12, "[\"none\"]");
		assertThat(answer(distributor, 11)).isEqualTo("[\"a\",null,[1]]");
		assertThat(answer(distributor, 12)).isEqualTo("[]");
	}

	@Test
	void refusesAnEventWithATextForTheClient() {
		this.fleet.chat().onEvent("text", (event) -> {
			throw new EventRefusedException("room is full");
		});
		this.fleet.chat()
			.onEvent("data", (event) -> CompletableFuture
				.failedFuture(new EventRefusedException("room is full", Map.of("limit", 3))));
		this.fleet.chat().onEvent("unwritable", (event) -> {
			throw new EventRefusedException("room is full", new Loop());
		});
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.event(CHAT, "a", 1, 1, "[\"text\"]");
		distributor.event(CHAT, "a", 2, 2, "[\"data\"]");
		assertThat(answer(distributor, 1)).isEqualTo(error("room is full"));
		assertThat(answer(distributor, 2)).isIn("[{\"error\":\"room is full\",\"data\":{\"limit\":3}}]",
				"[{\"data\":{\"limit\":3},\"error\":\"room is full\"}]");
		assertThat(warnings()).isEmpty();
		distributor.event(CHAT, "a", 3, 3, "[\"unwritable\"]");
		assertThat(answer(distributor, 3)).isEqualTo(error("room is full"));
		await().until(() -> this.fleet.observed.size() == 3);
		assertThat(this.fleet.observed).containsExactly("/chat text REFUSED", "/chat data REFUSED",
				"/chat unwritable REFUSED");
	}

	@Test
	void answersWithAnErrorThatTellsNothing() {
		this.fleet.chat().onEvent("throws", (event) -> {
			throw new IllegalStateException("password");
		});
		this.fleet.chat().onEvent("error", (event) -> {
			throw new StackOverflowError("password");
		});
		this.fleet.chat()
			.onEvent("fails", (event) -> CompletableFuture
				.failedFuture(new CompletionException(new IllegalStateException("password"))));
		this.fleet.chat().onEvent("converts", (event) -> event.arguments().get(0, int.class));
		this.fleet.chat().onEvent("unwritable", (event) -> new Loop());
		this.fleet.chat().onEvent("never", (event) -> new CompletableFuture<>());
		this.fleet.chat().onEvent("fine", (event) -> "fine");
		ScriptedDistributor distributor = this.fleet.startWith("a");
		String[] sent = { "[\"throws\"]", "[\"error\"]", "[\"fails\"]", "[\"converts\",\"secret\"]", "[\"unwritable\"]",
				"[\"never\"]", "[\"nobody\"]", "[]", "[\"fine\"]" };
		for (int i = 0; i < sent.length; i++) {
			distributor.event(CHAT, "a", i + 1, i, sent[i]);
		}
		List<String> answers = IntStream.range(0, sent.length).mapToObj((i) -> answer(distributor, i)).toList();
		assertThat(answers).containsExactly(error("Internal error"), error("Internal error"), error("Internal error"),
				error("Invalid arguments"), error("Internal error"), error("Timeout"), error("Unknown event"),
				error("Invalid arguments"), "[\"fine\"]");
		assertThat(distributor.received(EventAnswer.class)).hasSize(sent.length);
		assertThat(this.fleet.chat().socket("a")).isPresent();
		await().until(() -> this.fleet.observed.size() == sent.length);
		assertThat(this.fleet.observed).containsExactly("/chat throws FAILED", "/chat error FAILED",
				"/chat fails FAILED", "/chat converts INVALID_ARGUMENTS", "/chat unwritable FAILED",
				"/chat never TIMED_OUT", "/chat unknown NO_HANDLER", "/chat unknown INVALID_ARGUMENTS",
				"/chat fine HANDLED");
		assertThat(this.fleet.backend.statistics().events(EventOutcome.FAILED)).isEqualTo(4);
		assertThat(this.fleet.backend.statistics().handlerTime().toMillis()).isGreaterThan(250);
		assertThat(warnings()).hasSize(sent.length - 1)
			.allSatisfy((line) -> assertThat(line).contains("Socket a in /chat").doesNotContain("secret"));
		assertThat(warnings()).anySatisfy((line) -> assertThat(line).contains("No handler for event 'nobody'"));
	}

	@Test
	void keepsTextOfAClientToOneShortLine() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.event(CHAT, "a", 1, 1, "[\"x\\r\\n\\u2028" + "y".repeat(100) + "\"]");
		answer(distributor, 1);
		assertThat(warnings())
			.containsExactly("No handler for event 'x???" + "y".repeat(60) + "...' of Socket a in /chat");
	}

	@Test
	void doesNotLetAClientFillTheLog() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		for (int i = 1; i <= 50; i++) {
			distributor.event(CHAT, "a", i, i, "[\"nobody\"]");
		}
		answer(distributor, 50);
		assertThat(warnings()).hasSize(20);
	}

	@Test
	void handlesEventsOfASocketInOrderOneAfterAnother() {
		AtomicInteger active = new AtomicInteger();
		this.fleet.chat().onEvent("now", (event) -> {
			assertThat(active.incrementAndGet()).isEqualTo(1);
			this.log.add(event.arguments().get(0, int.class));
			active.decrementAndGet();
			return null;
		});
		this.fleet.chat().onEvent("later", (event) -> {
			assertThat(active.incrementAndGet()).isEqualTo(1);
			this.log.add(event.arguments().get(0, int.class));
			return CompletableFuture.runAsync(active::decrementAndGet,
					CompletableFuture.delayedExecutor(3, TimeUnit.MILLISECONDS));
		});
		ScriptedDistributor distributor = this.fleet.startWith("a");
		List<Object> expected = new ArrayList<>();
		for (int i = 1; i <= 100; i++) {
			distributor.event(CHAT, "a", i, NO_ACK, "[\"" + ((i % 3 == 0) ? "later" : "now") + "\"," + i + "]");
			expected.add(i);
		}
		await().untilAsserted(() -> assertThat(this.log).containsExactlyElementsOf(expected));
		assertThat(this.fleet.backend.statistics().events(EventOutcome.FAILED)).isZero();
	}

	@Test
	void handlesEventsOfDifferentSocketsInParallel() {
		CyclicBarrier barrier = new CyclicBarrier(3);
		this.fleet.chat().onEvent("meet", (event) -> barrier.await(5, TimeUnit.SECONDS) >= 0);
		ScriptedDistributor distributor = this.fleet.startWith("a", "b", "c");
		distributor.event(CHAT, "a", 1, 1, "[\"meet\"]");
		distributor.event(CHAT, "b", 1, 2, "[\"meet\"]");
		distributor.event(CHAT, "c", 1, 3, "[\"meet\"]");
		for (int ack = 1; ack <= 3; ack++) {
			assertThat(answer(distributor, ack)).isEqualTo("[true]");
		}
	}

	@Test
	void tellsTheDistributorWhatIsHandledWhenTheQueueRunsEmpty() throws Exception {
		CountDownLatch go = new CountDownLatch(1);
		this.fleet.chat().onEvent("e", (event) -> go.await(5, TimeUnit.SECONDS));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		for (int i = 1; i <= 3; i++) {
			distributor.event(CHAT, "a", i, NO_ACK, "[\"e\"]");
		}
		await().until(() -> this.fleet.backend.statistics().eventsQueued() == 2);
		assertThat(distributor.received(EventsHandled.class)).isEmpty();
		go.countDown();
		distributor.await(EventsHandled.class, (handled) -> handled.equals(new EventsHandled(CHAT, "a", 1, 3)));
		assertThat(distributor.received(EventsHandled.class)).hasSizeLessThanOrEqualTo(2);
	}

	@Test
	void tellsTheDistributorWhatIsHandledInBatches() throws Exception {
		CountDownLatch go = new CountDownLatch(1);
		CountDownLatch rest = new CountDownLatch(1);
		this.fleet.chat().onEvent("e", (event) -> go.await(5, TimeUnit.SECONDS));
		this.fleet.chat().onEvent("wait", (event) -> rest.await(5, TimeUnit.SECONDS));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		for (int i = 1; i <= 9; i++) {
			distributor.event(CHAT, "a", i, NO_ACK, "[\"e\"]");
		}
		distributor.event(CHAT, "a", 10, NO_ACK, "[\"wait\"]");
		await().until(() -> this.fleet.backend.statistics().eventsQueued() == 9);
		go.countDown();
		distributor.await(EventsHandled.class, (handled) -> handled.number() >= 6);
		rest.countDown();
		distributor.await(EventsHandled.class, (handled) -> handled.number() == 10);
		assertThat(distributor.received(EventsHandled.class)).hasSizeBetween(3, 5);
	}

	@Test
	void isNotDoneWithAnEventBeforeItsStageIsComplete() {
		CompletableFuture<String> stage = new CompletableFuture<>();
		this.fleet.chat().onEvent("now", (event) -> null);
		this.fleet.chat().onEvent("later", (event) -> stage);
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.event(CHAT, "a", 1, NO_ACK, "[\"now\"]");
		distributor.event(CHAT, "a", 2, 1, "[\"later\"]");
		distributor.await(EventsHandled.class, (handled) -> handled.number() == 1);
		assertThat(distributor.received(EventsHandled.class)).hasSize(1);
		stage.complete("done");
		distributor.await(EventsHandled.class, (handled) -> handled.number() == 2);
		assertThat(answer(distributor, 1)).isEqualTo("[\"done\"]");
	}

	@Test
	void ignoresEventsOfAnotherAdoptionOrDistributor() {
		this.fleet.chat().onEvent("e", (event) -> this.log.add(event.arguments().get(0, String.class)));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		ScriptedDistributor other = this.fleet.distributor("other");
		other.event(CHAT, "a", 1, NO_ACK, "[\"e\",\"other distributor\"]");
		this.fleet.connect(other, "b");
		for (long adoption : new long[] { 0, 2 }) {
			distributor.send(new SocketEvent(CHAT, "a", adoption, 1, NO_ACK, false,
					new Payload(ScriptedDistributor.bytes("[\"e\",\"other adoption\"]"), List.of())));
		}
		distributor.event(CHAT, "a", 1, NO_ACK, "[\"e\",\"right\"]");
		await().untilAsserted(() -> assertThat(this.log).containsExactly("right"));
	}

	@Test
	void refusesReservedNamesAndSecondHandlers() {
		this.fleet.chat().onEvent("e", (event) -> null);
		assertThatIllegalArgumentException().isThrownBy(() -> this.fleet.chat().onEvent("e", (event) -> null))
			.withMessage("event: e (expected: one that has no handler yet)");
		assertThatIllegalArgumentException().isThrownBy(() -> this.fleet.chat().onEvent("disconnect", (event) -> null))
			.withMessageContaining("use onDisconnect");
		assertThatIllegalArgumentException().isThrownBy(() -> this.fleet.chat().on("say", (socket) -> {
		})).withMessageStartingWith("event: say (expected: connection");
		this.fleet.startWith("a");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.fleet.chat().socket("a").orElseThrow().on("connect", (event) -> this.log.add("x")));
	}

	private static String answer(ScriptedDistributor distributor, long ackId) {
		return json(distributor.await(EventAnswer.class, (answer) -> answer.ackId() == ackId).payload());
	}

	private static String error(String text) {
		return "[{\"error\":\"" + text + "\"}]";
	}

	private List<String> warnings() {
		return List.copyOf(this.logged.list)
			.stream()
			.filter((line) -> line.getLevel() == Level.WARN)
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

	record Message(String text) {
	}

	static class Loop {

		public Map<String, Loop> getSelf() {
			return Map.of("self", this);
		}

	}

}
