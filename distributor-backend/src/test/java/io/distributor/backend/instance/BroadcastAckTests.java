package io.distributor.backend.instance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.distributor.backend.BackendOverloadedException;
import io.distributor.backend.BroadcastAnswers;
import io.distributor.backend.statistics.BackendLimit;
import io.distributor.link.message.AskSockets;
import io.distributor.link.message.AskedSockets;
import io.distributor.link.message.BroadcastAnswer;
import io.distributor.link.message.Payload;
import io.distributor.link.message.Selection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static io.distributor.backend.instance.ScriptedDistributor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class BroadcastAckTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension(
			(options) -> options.maxAcks(4).maxAnswerBytes(100).ackTimeout(Duration.ofMillis(300)));

	@Test
	void gathersTheAnswersOfAllDistributorsInTheirOrder() {
		ScriptedDistributor first = this.fleet.start();
		ScriptedDistributor second = this.fleet.distributor("second");
		CompletableFuture<BroadcastAnswers> answers = this.fleet.chat()
			.to("room")
			.except("x")
			.emitWithAck(LONG, "ask", 1)
			.toCompletableFuture();
		AskSockets ask = first.await(AskSockets.class);
		assertThat(ask.namespace()).isEqualTo(CHAT);
		assertThat(ask.selection()).isEqualTo(new Selection(Set.of("room"), Set.of("x")));
		assertThat(json(ask.payload())).isEqualTo("[\"ask\",1]");
		assertThat(ask.requestId()).isPositive();
		assertThat(second.await(AskSockets.class)).isEqualTo(ask);
		first.send(new AskedSockets(ask.requestId(), List.of("c", "a")));
		answer(first, ask, "c", "[3]");
		await().until(() -> this.fleet.backend.statistics().acksReceived() == 1);
		// Earlier than the word that it was asked.
		answer(second, ask, "b", "[2]");
		await().until(() -> this.fleet.backend.statistics().acksReceived() == 2);
		second.send(new AskedSockets(ask.requestId(), List.of("b")));
		first.send(new BroadcastAnswer(ask.requestId(), "a", null));
		assertThat(answers).succeedsWithin(Duration.ofSeconds(5));
		assertThat(answers.join().answers().keySet()).containsExactly("c", "b");
		assertThat(answers.join().answers().get("c").get(0, int.class)).isEqualTo(3);
		assertThat(answers.join().missing()).containsExactly("a");
		assertThat(answers.join().silentDistributors()).isEmpty();
		assertThat(answers.join().isComplete()).isFalse();
		assertThat(this.fleet.backend.statistics().acksPending()).isZero();
		assertThat(this.fleet.backend.statistics().answerBytesHeld()).isZero();
	}

	@Test
	void isCompleteWhenNobodyIsSelected() {
		ScriptedDistributor distributor = this.fleet.start();
		CompletionStage<BroadcastAnswers> answers = this.fleet.chat().emitWithAck(LONG, "ask");
		assertThat(answers).isNotCompleted();
		distributor.send(new AskedSockets(distributor.await(AskSockets.class).requestId(), List.of()));
		assertThat(answers).succeedsWithin(Duration.ofSeconds(5))
			.isEqualTo(new BroadcastAnswers(Map.of(), Set.of(), Set.of()));
		assertThat(answers.toCompletableFuture().join().isComplete()).isTrue();
	}

	@Test
	void isCompleteAtOnceWhenThereIsNoDistributor() {
		this.fleet.backend.start();
		assertThat(this.fleet.chat().emitWithAck("ask")).succeedsWithin(Duration.ofSeconds(5));
		assertThat(this.fleet.backend.statistics().acksPending()).isZero();
	}

	@Test
	void givesWhatIsThereWhenTheTimeIsOver() {
		ScriptedDistributor distributor = this.fleet.start();
		ScriptedDistributor silent = this.fleet.distributor("silent");
		CompletableFuture<BroadcastAnswers> answers = this.fleet.chat().emitWithAck("ask").toCompletableFuture();
		AskSockets ask = distributor.await(AskSockets.class);
		distributor.send(new AskedSockets(ask.requestId(), List.of("a", "b")));
		answer(distributor, ask, "a", "[1]");
		assertThat(answers).succeedsWithin(Duration.ofSeconds(5));
		assertThat(answers.join().answers()).containsOnlyKeys("a");
		assertThat(answers.join().missing()).containsExactly("b");
		assertThat(answers.join().silentDistributors()).containsExactly("silent (" + silent.id() + ")");
		assertThat(this.fleet.backend.statistics().acksTimedOut()).isEqualTo(1);
		assertThat(this.fleet.backend.statistics().acksPending()).isZero();
		answer(distributor, ask, "b", "[2]");
	}

	@Test
	void countsTheSocketsOfADistributorThatGoesAsMissing() {
		ScriptedDistributor leaving = this.fleet.start();
		ScriptedDistributor unheard = this.fleet.distributor("unheard");
		ScriptedDistributor staying = this.fleet.distributor("staying");
		CompletableFuture<BroadcastAnswers> answers = this.fleet.chat().emitWithAck(LONG, "ask").toCompletableFuture();
		AskSockets ask = leaving.await(AskSockets.class);
		leaving.send(new AskedSockets(ask.requestId(), List.of("a")));
		staying.send(new AskedSockets(ask.requestId(), List.of("b")));
		await().until(() -> this.fleet.backend.statistics().acksPending() == 3);
		leaving.close();
		unheard.close();
		answer(staying, ask, "b", "[2]");
		assertThat(answers).succeedsWithin(Duration.ofSeconds(5));
		assertThat(answers.join().answers()).containsOnlyKeys("b");
		assertThat(answers.join().missing()).containsExactly("a");
		assertThat(answers.join().silentDistributors()).containsExactly("unheard (" + unheard.id() + ")");
	}

	@Test
	void takesOneAnswerOfEachSocketThatWasAsked() {
		ScriptedDistributor first = this.fleet.start();
		ScriptedDistributor second = this.fleet.distributor("second");
		CompletableFuture<BroadcastAnswers> answers = this.fleet.chat().emitWithAck(LONG, "ask").toCompletableFuture();
		AskSockets ask = first.await(AskSockets.class);
		first.send(new AskedSockets(ask.requestId(), List.of("a", "b")));
		answer(first, ask, "a", "[1]");
		answer(first, ask, "a", "[9]");
		answer(first, ask, "nobody", "[9]");
		await().until(() -> this.fleet.backend.statistics().acksReceived() == 1);
		second.send(new AskedSockets(ask.requestId(), List.of()));
		answer(second, ask, "b", "[9]");
		second.send(new AskedSockets(ask.requestId(), List.of("b")));
		this.fleet.connect(second, "marker");
		answer(first, ask, "b", "[2]");
		assertThat(answers).succeedsWithin(Duration.ofSeconds(5));
		assertThat(answers.join().answers().values()).extracting((answer) -> answer.get(0, int.class))
			.containsExactly(1, 2);
	}

	@Test
	void countsAnAnswerItHasNoRoomForAsMissing() {
		ScriptedDistributor distributor = this.fleet.start();
		CompletableFuture<BroadcastAnswers> answers = this.fleet.chat().emitWithAck(LONG, "ask").toCompletableFuture();
		AskSockets ask = distributor.await(AskSockets.class);
		distributor.send(new AskedSockets(ask.requestId(), List.of("a", "b")));
		answer(distributor, ask, "a", "[\"" + "x".repeat(100) + "\"]");
		answer(distributor, ask, "b", "[\"" + "x".repeat(90) + "\"]");
		assertThat(answers).succeedsWithin(Duration.ofSeconds(5));
		assertThat(answers.join().answers()).containsOnlyKeys("b");
		assertThat(answers.join().missing()).containsExactly("a");
		assertThat(this.fleet.backend.statistics().answersDropped()).isEqualTo(1);
		assertThat(this.fleet.backend.statistics().answerBytesHeld()).isZero();
	}

	@Test
	void boundsWhatIsAwaited() {
		ScriptedDistributor distributor = this.fleet.start();
		CompletionStage<BroadcastAnswers> answers = this.fleet.chat().emitWithAck(LONG, "ask");
		AskSockets ask = distributor.await(AskSockets.class);
		distributor.send(new AskedSockets(ask.requestId(), List.of("a", "b", "c", "d")));
		assertThat(answers).failsWithin(Duration.ofSeconds(5))
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(BackendOverloadedException.class)
			.withMessageContaining("from all sockets: 4");
		assertThat(this.fleet.backend.statistics().reached(BackendLimit.ACKS)).isOne();
		assertThat(this.fleet.backend.statistics().acksPending()).isZero();
		for (int i = 0; i < 4; i++) {
			this.fleet.chat().emitWithAck(LONG, "ask");
		}
		assertThat(this.fleet.chat().emitWithAck(LONG, "ask")).failsWithin(Duration.ZERO)
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(BackendOverloadedException.class);
	}

	@Test
	void failsWhenTheBackendStops() {
		this.fleet.start();
		CompletionStage<BroadcastAnswers> answers = this.fleet.chat().emitWithAck(LONG, "ask");
		this.fleet.backend.stop();
		assertThat(answers).failsWithin(Duration.ofSeconds(5));
	}

	@Test
	void wantsATimeoutLongerThanZeroAndAFreeName() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.fleet.chat().emitWithAck(Duration.ZERO, "ask"))
			.withMessage("timeout: PT0S (expected: > 0)");
		assertThatIllegalArgumentException().isThrownBy(() -> this.fleet.chat().emitWithAck("connect"));
	}

	private static void answer(ScriptedDistributor distributor, AskSockets ask, String socketId, String json) {
		distributor.send(new BroadcastAnswer(ask.requestId(), socketId,
				new Payload(ScriptedDistributor.bytes(json), List.of())));
	}

}
