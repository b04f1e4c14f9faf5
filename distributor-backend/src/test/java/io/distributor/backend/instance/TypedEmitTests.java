package io.distributor.backend.instance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.distributor.backend.AckTimeoutException;
import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.Arguments;
import io.distributor.backend.BroadcastAnswers;
import io.distributor.backend.Socket;
import io.distributor.backend.typed.AckTimeout;
import io.distributor.backend.typed.EventName;
import io.distributor.backend.typed.TypedAnswers;
import io.distributor.link.message.AskSockets;
import io.distributor.link.message.AskedSockets;
import io.distributor.link.message.BroadcastAnswer;
import io.distributor.link.message.EmitToRooms;
import io.distributor.link.message.EmitToSocket;
import io.distributor.link.message.Payload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.distributor.backend.instance.BackendExtension.CHAT;
import static io.distributor.backend.instance.ScriptedDistributor.bytes;
import static io.distributor.backend.instance.ScriptedDistributor.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class TypedEmitTests {

	@RegisterExtension
	private final BackendExtension fleet = new BackendExtension((options) -> options.ackTimeout(Duration.ofMinutes(1)));

	@Test
	void emitsToRooms() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		this.fleet.chat().to("room").except("x").asVolatile().as(ChatEvents.class).chatMessage(new Message("hi", 1));
		EmitToRooms emitted = distributor.await(EmitToRooms.class);
		assertThat(json(emitted.payload())).isEqualTo("[\"chatMessage\",{\"text\":\"hi\",\"number\":1}]");
		assertThat(emitted.selection().rooms()).containsExactly("room");
		assertThat(emitted.selection().except()).containsExactly("x");
		assertThat(emitted.droppable()).isTrue();
	}

	@Test
	void emitsToEveryoneAndToOne() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		this.fleet.chat().as(ChatEvents.class).nothing();
		socket().as(ChatEvents.class).nothing();
		assertThat(json(distributor.await(EmitToRooms.class).payload())).isEqualTo("[\"nothing\"]");
		EmitToSocket emitted = distributor.await(EmitToSocket.class);
		assertThat(json(emitted.payload())).isEqualTo("[\"nothing\"]");
		assertThat(emitted.ackId()).isEqualTo(Payload.NO_ACK);
	}

	@Test
	void keepsTheFlagsOfAnOperator() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		socket().asVolatile().as(ChatEvents.class).nothing();
		assertThat(distributor.await(EmitToSocket.class).droppable()).isTrue();
		assertThat(socket().timeout(Duration.ofMillis(60)).as(ChatEvents.class).confirm())
			.failsWithin(Duration.ofSeconds(5))
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(AckTimeoutException.class)
			.withMessageContaining("PT0.06S");
	}

	@Test
	void takesNamesFromAnnotationsAndInterfacesItExtends() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		ChatEvents events = socket().as(ChatEvents.class);
		assertThat(emitted(distributor, () -> events.named(7L, null))).isEqualTo("[\"chat message\",7,null]");
		assertThat(emitted(distributor, () -> events.inherited("i"))).isEqualTo("[\"inherited\",\"i\"]");
		assertThat(emitted(distributor, () -> events.general(new Message("g", 2))))
			.isEqualTo("[\"general\",{\"text\":\"g\",\"number\":2}]");
	}

	@Test
	void spreadsVariableArguments() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		ChatEvents events = socket().as(ChatEvents.class);
		assertThat(emitted(distributor, () -> events.several("a", 1, List.of(2), null)))
			.isEqualTo("[\"several\",\"a\",1,[2],null]");
		assertThat(emitted(distributor, () -> events.several("a"))).isEqualTo("[\"several\",\"a\"]");
		assertThat(emitted(distributor, () -> events.several("a", (Object[]) null))).isEqualTo("[\"several\",\"a\"]");
		assertThat(emitted(distributor, () -> events.numbers(1, 2))).isEqualTo("[\"numbers\",1,2]");
	}

	@Test
	void sendsBytesAsOneBinaryArgument() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		socket().as(ChatEvents.class).bytes((byte) 1, (byte) 2);
		Payload payload = distributor.await(EmitToSocket.class).payload();
		assertThat(payload.attachments()).singleElement().isEqualTo(new byte[] { 1, 2 });
	}

	@Test
	void callsDefaultMethodsAsTheyAre() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		assertThat(socket().as(ChatEvents.class).chatText("by default", 3)).isEqualTo("sent by default");
		assertThat(json(distributor.await(EmitToSocket.class).payload()))
			.isEqualTo("[\"chatMessage\",{\"text\":\"by default\",\"number\":3}]");
	}

	@Test
	void convertsTheAnswerOfAClient() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		ChatEvents events = socket().as(ChatEvents.class);
		assertThat(answered(distributor, () -> events.ask(new Question("why")), "[{\"text\":\"so\",\"number\":4},9]"))
			.isEqualTo(new Message("so", 4));
		assertThat(answered(distributor, () -> events.askMany(), "[{\"x\":[{\"text\":\"so\",\"number\":4}]}]"))
			.isEqualTo(Map.of("x", List.of(new Message("so", 4))));
		assertThat(answered(distributor, () -> events.askMaybe(), "[null]")).isEqualTo(Optional.empty());
		assertThat(answered(distributor, () -> events.askMaybe(), "[5]")).isEqualTo(Optional.of(5));
		assertThat(answered(distributor, () -> events.confirm(), "[\"ignored\"]")).isNull();
		assertThat(answered(distributor, () -> events.askRaw(), "[1,\"two\"]").get(1, String.class)).isEqualTo("two");
	}

	@Test
	void failsWhenAnAnswerIsSomethingElse() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		CompletionStage<Message> answer = socket().as(ChatEvents.class).ask(new Question("why"));
		distributor.answer(CHAT, "a", distributor.await(EmitToSocket.class).ackId(), "[\"text\"]");
		assertThat(answer).failsWithin(Duration.ofSeconds(5))
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(ArgumentConversionException.class);
	}

	@Test
	void waitsAsLongAsItsAnnotationSays() {
		this.fleet.startWith("a");
		assertThat(socket().as(ChatEvents.class).askBriefly()).failsWithin(Duration.ofSeconds(5))
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(AckTimeoutException.class)
			.withMessageContaining("PT0.05S");
	}

	@Test
	void gathersTheAnswersOfManyClients() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		CompletableFuture<TypedAnswers<Message>> typed = this.fleet.chat()
			.as(ChatEvents.class)
			.askAllTyped("q")
			.toCompletableFuture();
		AskSockets asked = distributor.await(AskSockets.class);
		assertThat(json(asked.payload())).isEqualTo("[\"askAllTyped\",\"q\"]");
		answer(distributor, asked, "a", "[{\"text\":\"so\",\"number\":4}]");
		answer(distributor, asked, "b", "[{\"number\":\"none\"}]");
		answer(distributor, asked, "c", "[]");
		distributor.send(new AskedSockets(asked.requestId(), List.of("a", "b", "c")));
		assertThat(typed).succeedsWithin(Duration.ofSeconds(5));
		assertThat(typed.join().answers()).containsEntry("a", new Message("so", 4)).containsEntry("c", null).hasSize(2);
		assertThat(typed.join().invalid()).containsExactly("b");
		assertThat(typed.join().isComplete()).isFalse();
	}

	@Test
	void leavesAnswersOfManyClientsAsTheyAreIfAskedTo() {
		ScriptedDistributor distributor = this.fleet.startWith("a");
		CompletableFuture<BroadcastAnswers> raw = this.fleet.chat()
			.as(ChatEvents.class)
			.askAll("q")
			.toCompletableFuture();
		AskSockets asked = distributor.await(AskSockets.class);
		answer(distributor, asked, "a", "[1,2]");
		distributor.send(new AskedSockets(asked.requestId(), List.of("a")));
		assertThat(raw).succeedsWithin(Duration.ofSeconds(5));
		assertThat(raw.join().answers().get("a").size()).isEqualTo(2);
	}

	@Test
	void refusesTheCallOfAMethodForOneClientOnMany() {
		this.fleet.startWith("a");
		ChatEvents events = this.fleet.chat().to("room").as(ChatEvents.class);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> events.ask(new Question("why")))
			.withMessage("ChatEvents.ask: returns the answer of one client and was called on a broadcast (expected: a "
					+ "call on a socket, as in socket.as(...), or a method that returns "
					+ "CompletionStage<BroadcastAnswers> or CompletionStage<TypedAnswers<...>>)");
	}

	@Test
	void refusesTheCallOfAMethodForManyClientsOnOne() {
		this.fleet.startWith("a");
		ChatEvents events = socket().as(ChatEvents.class);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> events.askAll("q"))
			.withMessageStartingWith("ChatEvents.askAll: returns the answers of many clients and was called on one");
	}

	@Test
	void refusesReservedNamesAtOnce() {
		this.fleet.startWith("a");
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> socket().as(Reserved.class))
			.withMessageStartingWith("Reserved.disconnect: event: disconnect (expected: a name that is not reserved");
	}

	@Test
	void isAnObjectOfItsOwn() {
		this.fleet.startWith("a");
		ChatEvents one = socket().as(ChatEvents.class);
		ChatEvents other = socket().as(ChatEvents.class);
		assertThat(one).isEqualTo(one).isNotEqualTo(other).hasToString("ChatEvents to Socket a in /chat");
		assertThat(one.hashCode()).isEqualTo(one.hashCode());
		assertThat(one.getClass()).isSameAs(other.getClass());
	}

	private Socket socket() {
		return this.fleet.chat().socket("a").orElseThrow();
	}

	private static void answer(ScriptedDistributor distributor, AskSockets asked, String socketId, String json) {
		distributor.send(new BroadcastAnswer(asked.requestId(), socketId, new Payload(bytes(json), List.of())));
	}

	private static String emitted(ScriptedDistributor distributor, Runnable emit) {
		int before = distributor.received(EmitToSocket.class).size();
		emit.run();
		await().until(() -> distributor.received(EmitToSocket.class).size() > before);
		return json(distributor.received(EmitToSocket.class).get(before).payload());
	}

	private static <T> T answered(ScriptedDistributor distributor, Supplier<CompletionStage<T>> ask, String json) {
		int before = distributor.received(EmitToSocket.class).size();
		CompletionStage<T> answer = ask.get();
		await().until(() -> distributor.received(EmitToSocket.class).size() > before);
		distributor.answer(CHAT, "a", distributor.received(EmitToSocket.class).get(before).ackId(), json);
		assertThat(answer).succeedsWithin(Duration.ofSeconds(5));
		return answer.toCompletableFuture().join();
	}

	interface General<T> {

		void general(T value);

		void inherited(String value);

	}

	interface ChatEvents extends General<Message> {

		void chatMessage(Message message);

		void nothing();

		@EventName("chat message")
		void named(long number, Object more);

		@Override
		void general(Message value);

		void several(String first, Object... more);

		void numbers(int... numbers);

		void bytes(byte... bytes);

		CompletionStage<Message> ask(Question question);

		CompletableFuture<Map<String, List<Message>>> askMany();

		CompletableFuture<Optional<Integer>> askMaybe();

		CompletionStage<Void> confirm();

		CompletionStage<Arguments> askRaw();

		@AckTimeout(value = 50, unit = TimeUnit.MILLISECONDS)
		CompletionStage<String> askBriefly();

		CompletionStage<BroadcastAnswers> askAll(String question);

		CompletionStage<TypedAnswers<Message>> askAllTyped(String question);

		default String chatText(String text, int number) {
			chatMessage(new Message(text, number));
			return prefix() + text;
		}

		private String prefix() {
			return "sent ";
		}

	}

	interface Reserved {

		void disconnect();

	}

	record Message(String text, int number) {

	}

	record Question(String text) {

	}

}
