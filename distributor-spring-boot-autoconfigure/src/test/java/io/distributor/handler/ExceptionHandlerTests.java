package io.distributor.handler;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;

import io.distributor.annotation.EventExceptionHandler;
import io.distributor.annotation.OnConnect;
import io.distributor.annotation.OnEvent;
import io.distributor.annotation.SocketAdvice;
import io.distributor.annotation.SocketNamespace;
import io.distributor.backend.Ack;
import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.ConnectionRefusedException;
import io.distributor.backend.Event;
import io.distributor.backend.EventHandler;
import io.distributor.backend.EventRefusedException;
import io.distributor.backend.Socket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What becomes of exceptions.
 */
class ExceptionHandlerTests {

	@Test
	void answersWithWhatTheMethodForTheMostSpecificExceptionReturns() throws Exception {
		try (HandlerContext context = HandlerContext.of(Files.class)) {
			assertThat(context.io().handle("open", "[\"missing\"]")).isEqualTo("not found: missing");
			assertThat(context.io().handle("open", "[\"broken\"]")).isEqualTo("io: open socket");
		}
	}

	@Test
	void looksAtWhatCausedIt() throws Exception {
		try (HandlerContext context = HandlerContext.of(Files.class)) {
			assertThat(context.io().handle("wrapped", "[]")).isEqualTo("not found: inner");
		}
	}

	@Test
	void answersForStagesThatFail() throws Exception {
		try (HandlerContext context = HandlerContext.of(Files.class)) {
			assertThat(join(context.io().handle("later", "[]"))).isEqualTo("not found: late");
			assertThat(join(context.io().handle("mono", "[]"))).isEqualTo("not found: reactive");
			assertThatExceptionOfType(CompletionException.class)
				.isThrownBy(() -> join(context.io().handle("laterUnhandled", "[]")))
				.withCauseInstanceOf(TimeoutException.class);
		}
	}

	@Test
	void leavesOtherExceptionsAsTheyAre() {
		try (HandlerContext context = HandlerContext.of(Files.class)) {
			assertThatIllegalStateException().isThrownBy(() -> context.io().handle("unhandled", "[]"))
				.withMessage("no");
		}
	}

	@Test
	void handlesArgumentsThatDoNotConvert() throws Exception {
		try (HandlerContext context = HandlerContext.of(Files.class, Converting.class)) {
			assertThat(context.io().handle("number", "[\"x\"]")).isEqualTo("argument 0");
		}
	}

	@Test
	void asksTheOwnBeanBeforeAdvice() throws Exception {
		try (HandlerContext context = HandlerContext.of(Files.class, Converting.class, Advice.class)) {
			assertThat(context.io().handle("open", "[\"missing\"]")).isEqualTo("not found: missing");
			assertThat(context.io().handle("unhandled", "[]")).isEqualTo("advice: no");
			assertThat(context.io().handle("number", "[\"x\"]")).isEqualTo("argument 0");
		}
	}

	@Test
	void asksAdviceInOrderAndOnlyForItsNamespaces() throws Exception {
		try (HandlerContext context = HandlerContext.of(Files.class, LastAdvice.class, Advice.class, GameAdvice.class,
				Game.class)) {
			assertThat(context.io().handle("unhandled", "[]")).isEqualTo("advice: no");
			assertThat(context.io().of("/game").handle("move", "[]")).isEqualTo("game advice");
		}
	}

	@Test
	void letsAMethodThatReturnsNothingLookOnOnly() throws Exception {
		try (HandlerContext context = HandlerContext.of(Looking.class)) {
			assertThatIllegalStateException().isThrownBy(() -> context.io().handle("fails", "[]")).withMessage("no");
			assertThatExceptionOfType(CompletionException.class)
				.isThrownBy(() -> join(context.io().handle("times", "[]")))
				.withCauseInstanceOf(TimeoutException.class);
			assertThatIllegalStateException().isThrownBy(() -> context.io().connect()).withMessage("no");
			assertThat(context.bean(Looking.class).seen).containsExactly("no", "late", "no");
		}
	}

	@Test
	void letsAMethodAnswerByAck() throws Exception {
		try (HandlerContext context = HandlerContext.of(Acknowledging.class)) {
			TestEvent event = context.io().event("fails", "[]");
			assertThat(context.io().handle(event)).isSameAs(EventHandler.NO_ANSWER);
			assertThat(event.answers()).containsExactly(List.of("no", "fails"));
		}
	}

	@Test
	void letsAMethodChooseTheTextOfTheError() {
		try (HandlerContext context = HandlerContext.of(Refusing.class)) {
			assertThatExceptionOfType(EventRefusedException.class).isThrownBy(() -> context.io().handle("fails", "[]"))
				.withMessage("sorry");
		}
	}

	@Test
	void takesARefusalForAnAnswerUnlessAMethodNamesIt() throws Exception {
		try (HandlerContext context = HandlerContext.of(Full.class, Advice.class)) {
			assertThatExceptionOfType(EventRefusedException.class).isThrownBy(() -> context.io().handle("join", "[]"))
				.withMessage("full");
			assertThatExceptionOfType(EventRefusedException.class)
				.isThrownBy(() -> context.io().handle("joinAsConnect", "[]"))
				.withMessage("full")
				.satisfies((ex) -> assertThat(ex.data()).isEqualTo(3));
		}
		try (HandlerContext context = HandlerContext.of(Full.class, RefusalAdvice.class)) {
			assertThat(context.io().handle("join", "[]")).isEqualTo("refusal: full");
		}
	}

	@Test
	void refusesAClientWithWhatTheMethodReturnsAsData() throws Exception {
		try (HandlerContext context = HandlerContext.of(Connecting.class)) {
			Connecting connecting = context.bean(Connecting.class);
			connecting.thrown = new IOException("disk");
			assertThatExceptionOfType(ConnectionRefusedException.class).isThrownBy(() -> context.io().connect())
				.withMessage("Connection refused")
				.satisfies((ex) -> assertThat(ex.data()).isEqualTo(Map.of("code", 7)));
			connecting.thrown = new TimeoutException("late");
			assertThatExceptionOfType(ConnectionRefusedException.class).isThrownBy(() -> context.io().connect())
				.withMessage("come back later")
				.satisfies((ex) -> assertThat(ex.data()).isEqualTo(5));
			connecting.thrown = new EventRefusedException("full");
			assertThatExceptionOfType(ConnectionRefusedException.class).isThrownBy(() -> context.io().connect())
				.withMessage("full");
		}
	}

	@Test
	void leavesConnectsToMethodsThatNeedNoEventAndAnswerAtOnce() throws Exception {
		try (HandlerContext context = HandlerContext.of(ForEvents.class)) {
			ForEvents handlers = context.bean(ForEvents.class);
			for (Exception thrown : List.of(new IOException("a"), new TimeoutException("b"))) {
				handlers.thrown = thrown;
				assertThatExceptionOfType(Exception.class).isThrownBy(() -> context.io().connect()).isSameAs(thrown);
			}
			handlers.thrown = new IllegalStateException("c");
			assertThatExceptionOfType(ConnectionRefusedException.class).isThrownBy(() -> context.io().connect())
				.satisfies((ex) -> assertThat(ex.data()).isEqualTo("no event"));
		}
	}

	@Test
	void hidesWhatAnInterceptorHasATextFor() throws Exception {
		List<String> log = new ArrayList<>();
		HandlerInterceptor interceptor = new HandlerInterceptor() {

			@Override
			public Scope begin(Socket socket) {
				log.add("begin");
				return () -> log.add("end");
			}

			@Override
			public @Nullable String refusal(Throwable failure) {
				return (failure instanceof IllegalStateException) ? "Forbidden" : null;
			}

		};
		try (HandlerContext context = HandlerContext.of((beans) -> {
			beans.registerBean(HandlerInterceptor.class, () -> interceptor);
			beans.register(Files.class, Connecting.class);
		})) {
			assertThatExceptionOfType(EventRefusedException.class)
				.isThrownBy(() -> context.io().handle("unhandled", "[]"))
				.withMessage("Forbidden");
			assertThat(log).containsExactly("begin", "end");
			context.bean(Connecting.class).thrown = new IllegalStateException("no");
			assertThatExceptionOfType(ConnectionRefusedException.class).isThrownBy(() -> context.io().connect())
				.withMessage("Forbidden");
		}
	}

	private static @Nullable Object join(@Nullable Object stage) {
		assertThat(stage).isInstanceOf(CompletionStage.class);
		return ((CompletionStage<?>) stage).toCompletableFuture().join();
	}

	static class Files {

		@OnEvent("open")
		String open(String name) throws IOException {
			throw name.equals("missing") ? new FileNotFoundException(name) : new IOException(name);
		}

		@OnEvent("wrapped")
		String wrapped() {
			throw new IllegalStateException(new IllegalArgumentException(new FileNotFoundException("inner")));
		}

		@OnEvent("later")
		CompletionStage<String> later() {
			return CompletableFuture.supplyAsync(() -> {
				throw new CompletionException(new FileNotFoundException("late"));
			});
		}

		@OnEvent("mono")
		Mono<String> mono() {
			return Mono.error(new FileNotFoundException("reactive"));
		}

		@OnEvent("laterUnhandled")
		CompletionStage<String> laterUnhandled() {
			return CompletableFuture.failedFuture(new TimeoutException("late"));
		}

		@OnEvent("unhandled")
		String unhandled() {
			throw new IllegalStateException("no");
		}

		@EventExceptionHandler
		String notFound(FileNotFoundException ex) {
			return "not found: " + ex.getMessage();
		}

		@EventExceptionHandler(IOException.class)
		String io(Event event, Socket socket) {
			return "io: " + event.name() + " " + socket;
		}

	}

	static class Converting {

		@OnEvent("number")
		int number(int number) {
			return number;
		}

		@EventExceptionHandler
		String invalid(ArgumentConversionException ex) {
			return String.valueOf(ex.getMessage());
		}

	}

	@SocketAdvice
	@Order(1)
	static class Advice {

		@EventExceptionHandler
		String any(Exception ex) {
			return "advice: " + ex.getMessage();
		}

	}

	@SocketAdvice
	@Order(2)
	static class LastAdvice {

		@EventExceptionHandler
		String any(IllegalStateException ex) {
			return "last advice";
		}

	}

	@SocketAdvice
	@SocketNamespace("/game")
	@Order(0)
	static class GameAdvice {

		@EventExceptionHandler
		String any(Exception ex) {
			return "game advice";
		}

	}

	@SocketNamespace("/game")
	static class Game {

		@OnEvent("move")
		void move() {
			throw new IllegalStateException("no");
		}

	}

	static class Looking {

		final List<String> seen = new ArrayList<>();

		@OnConnect
		void connect() {
			throw new IllegalStateException("no");
		}

		@OnEvent("fails")
		String fails() {
			throw new IllegalStateException("no");
		}

		@OnEvent("times")
		CompletionStage<String> times() {
			return CompletableFuture.failedFuture(new TimeoutException("late"));
		}

		@EventExceptionHandler
		void look(IllegalStateException ex) {
			this.seen.add(ex.getMessage());
		}

		@EventExceptionHandler
		Mono<Void> lookLater(TimeoutException ex) {
			return Mono.fromRunnable(() -> this.seen.add(ex.getMessage()));
		}

	}

	static class Acknowledging {

		@OnEvent("fails")
		String fails() {
			throw new IllegalStateException("no");
		}

		@EventExceptionHandler
		void answer(IllegalStateException ex, Ack ack, Event event) {
			ack.send(ex.getMessage(), event.name());
		}

	}

	static class Refusing {

		@OnEvent("fails")
		String fails() {
			throw new IllegalStateException("no");
		}

		@EventExceptionHandler(IllegalStateException.class)
		void answer() {
			throw new EventRefusedException("sorry");
		}

	}

	static class Full {

		@OnEvent("join")
		String join() {
			throw new EventRefusedException("full");
		}

		@OnEvent("joinAsConnect")
		String joinAsConnect() {
			throw new ConnectionRefusedException("full", 3);
		}

	}

	@SocketAdvice
	static class RefusalAdvice {

		@EventExceptionHandler
		String refusal(EventRefusedException ex) {
			return "refusal: " + ex.getMessage();
		}

	}

	static class Connecting {

		@Nullable Exception thrown;

		@OnConnect
		void connect() throws Exception {
			throw this.thrown;
		}

		@EventExceptionHandler(IOException.class)
		Map<String, Integer> broken(@Nullable Event event) {
			return Map.of("code", 7);
		}

		@EventExceptionHandler(TimeoutException.class)
		void late() {
			throw new ConnectionRefusedException("come back later", 5);
		}

	}

	static class ForEvents {

		@Nullable Exception thrown;

		@OnConnect
		void connect() throws Exception {
			throw this.thrown;
		}

		@EventExceptionHandler(IOException.class)
		String needsEvent(Event event) {
			return event.name();
		}

		@EventExceptionHandler(TimeoutException.class)
		CompletionStage<String> answersLater() {
			return CompletableFuture.completedFuture("later");
		}

		@EventExceptionHandler(IllegalStateException.class)
		String withOrWithout(@Nullable Event event) {
			return (event != null) ? event.name() : "no event";
		}

	}

}
