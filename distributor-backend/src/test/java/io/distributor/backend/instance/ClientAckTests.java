package io.distributor.backend.instance;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.distributor.backend.AckTimeoutException;
import io.distributor.backend.Arguments;
import io.distributor.backend.BackendOverloadedException;
import io.distributor.backend.Socket;
import io.distributor.backend.SocketDisconnectedException;
import io.distributor.backend.statistics.BackendLimit;
import io.distributor.link.message.EmitToSocket;
import io.distributor.link.message.EventAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static io.distributor.backend.instance.ScriptedDistributor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

class ClientAckTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension(
			(options) -> options.maxSocketAcks(2).maxAcks(3).ackTimeout(Duration.ofMillis(200)));

	@Test
	void completesWithTheAnswerOfTheClient() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		CompletionStage<String> answer = socket("a").emitWithAck(LONG, "ask", 1)
			.thenApply((arguments) -> Thread.currentThread().getName() + "|" + arguments.get(0, String.class));
		EmitToSocket asked = distributor.await(EmitToSocket.class);
		assertThat(json(asked.payload())).isEqualTo("[\"ask\",1]");
		assertThat(asked.ackId()).isNotNegative();
		distributor.answer(CHAT, "a", asked.ackId(), "[\"yes\"]");
		assertThat(answer).succeedsWithin(Duration.ofSeconds(5))
			.asString()
			.endsWith("|yes")
			.doesNotContain("distributor-link");
		distributor.answer(CHAT, "a", asked.ackId(), "[\"again\"]");
		assertThat(this.fleet.backend.statistics().acksPending()).isZero();
		assertThat(this.fleet.backend.statistics().acksReceived()).isEqualTo(1);
	}

	@Test
	void failsWhenNoAnswerComesInTime() {
		this.fleet.startWith("a");
		assertThat(socket("a").emitWithAck("ask")).failsWithin(Duration.ofSeconds(5))
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(AckTimeoutException.class)
			.withMessage("no answer to 'ask' from socket a within PT0.2S");
		assertThat(this.fleet.backend.statistics().acksTimedOut()).isEqualTo(1);
		assertThat(this.fleet.backend.statistics().acksPending()).isZero();
	}

	@Test
	void failsAtOnceWhenTheClientGoes() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		Socket socket = socket("a");
		CompletionStage<Arguments> answer = socket.emitWithAck(LONG, "ask");
		distributor.disconnect(CHAT, "a");
		assertThat(answer).failsWithin(Duration.ofSeconds(5))
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(SocketDisconnectedException.class)
			.withMessage("socket a is gone: client namespace disconnect");
		assertThat(socket.emitWithAck(LONG, "ask")).failsWithin(Duration.ZERO)
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(SocketDisconnectedException.class);
	}

	@Test
	void ignoresAnAnswerOfAnotherSocketOrDistributor() {
		ScriptedDistributor distributor = this.fleet.startWith("a", "b");
		ScriptedDistributor other = this.fleet.distributor("other");
		CompletableFuture<Arguments> answer = socket("a").emitWithAck(LONG, "ask").toCompletableFuture();
		long ackId = distributor.await(EmitToSocket.class).ackId();
		other.answer(CHAT, "a", ackId, "[\"forged\"]");
		this.fleet.connect(other, "c");
		distributor.answer(CHAT, "b", ackId, "[\"wrong\"]");
		distributor.answer(CHAT, "a", ackId + 1, "[\"wrong\"]");
		distributor.answer(CHAT, "a", ackId, "[\"right\"]");
		assertThat(answer.join().get(0, String.class)).isEqualTo("right");
	}

	@Test
	void boundsWhatIsAwaited() {
		ScriptedDistributor distributor = this.fleet.startWith("a", "b");
		socket("a").emitWithAck(LONG, "ask");
		CompletionStage<Arguments> second = socket("a").emitWithAck(LONG, "ask");
		assertThat(socket("a").emitWithAck(LONG, "ask")).failsWithin(Duration.ZERO)
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(BackendOverloadedException.class)
			.withMessageContaining("from socket a: 2");
		assertThat(this.fleet.backend.statistics().reached(BackendLimit.SOCKET_ACKS)).isOne();
		assertThat(this.fleet.backend.statistics().reached(BackendLimit.ACKS)).isZero();
		socket("b").emitWithAck(LONG, "ask");
		assertThat(socket("b").emitWithAck(LONG, "ask")).failsWithin(Duration.ZERO)
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(BackendOverloadedException.class)
			.withMessageContaining("from all sockets: 3");
		assertThat(this.fleet.backend.statistics().acksPending()).isEqualTo(3);
		await().until(() -> distributor.received(EmitToSocket.class).size() == 3);
		distributor.answer(CHAT, "a", distributor.received(EmitToSocket.class).get(1).ackId(), "[]");
		assertThat(second).succeedsWithin(Duration.ofSeconds(5));
		distributor.disconnect(CHAT, "a");
		await().until(() -> this.fleet.backend.statistics().acksPending() == 1);
	}

	@Test
	void mayBeAwaitedInAHandler() {
		this.fleet.chat()
			.onEvent("relay",
					(event) -> event.socket().emitWithAck(LONG, "ask").toCompletableFuture().join().get(0, int.class));
		ScriptedDistributor distributor = this.fleet.startWith("a");
		distributor.event(CHAT, "a", 1, 9, "[\"relay\"]");
		distributor.answer(CHAT, "a", distributor.await(EmitToSocket.class).ackId(), "[42]");
		assertThat(json(distributor.await(EventAnswer.class).payload())).isEqualTo("[42]");
	}

	@Test
	void wantsATimeoutLongerThanZero() {
		this.fleet.startWith("a");
		assertThatIllegalArgumentException().isThrownBy(() -> socket("a").emitWithAck(Duration.ZERO, "ask"))
			.withMessage("timeout: PT0S (expected: > 0)");
	}

	private Socket socket(String id) {
		return this.fleet.chat().socket(id).orElseThrow();
	}

}
