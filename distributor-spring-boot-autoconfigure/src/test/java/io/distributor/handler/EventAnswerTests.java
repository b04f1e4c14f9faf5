package io.distributor.handler;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.distributor.annotation.OnEvent;
import io.distributor.backend.Ack;
import io.distributor.backend.EventHandler;
import io.distributor.backend.RequestResult;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * How what a method with {@link OnEvent} returns becomes the answer.
 */
class EventAnswerTests {

	private HandlerContext context;

	@BeforeEach
	void start() {
		this.context = HandlerContext.of(Handlers.class);
	}

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void answersWithTheReturnedValue() throws Exception {
		assertThat(this.context.io().handle("value", "[1, 2]")).isEqualTo(3);
		assertThat(this.context.io().handle("null", "[]")).isNull();
	}

	@Test
	void answersWithoutArgumentsWhenNothingIsReturned() throws Exception {
		TestEvent event = this.context.io().event("void", "[]");
		assertThat(this.context.io().handle(event)).isSameAs(EventHandler.NO_ANSWER);
		assertThat(event.answers()).containsExactly(List.of());
	}

	@Test
	void leavesTheAnswerToAMethodWithAnAck() throws Exception {
		TestEvent event = this.context.io().event("ack", "[]");
		assertThat(this.context.io().handle(event)).isSameAs(EventHandler.NO_ANSWER);
		assertThat(event.answers()).containsExactly(List.of("a", 1));
	}

	@Test
	void passesStagesOn() throws Exception {
		assertThat(this.context.io().handle("stage", "[]")).isInstanceOf(CompletionStage.class)
			.asInstanceOf(InstanceOfAssertFactories.COMPLETION_STAGE)
			.isCompletedWithValue("later");
	}

	@Test
	void answersWithoutArgumentsWhenAStageOfNothingCompletes() throws Exception {
		TestEvent event = this.context.io().event("voidStage", "[]");
		Object returned = this.context.io().handle(event);
		assertThat(event.answers()).isEmpty();
		this.context.bean(Handlers.class).done.complete(null);
		assertThat(((CompletionStage<?>) returned).toCompletableFuture().join()).isSameAs(EventHandler.NO_ANSWER);
		assertThat(event.answers()).containsExactly(List.of());
	}

	@Test
	void tellsClientsNothingOfRequestsToDistributors() throws Exception {
		TestEvent event = this.context.io().event("request", "[]");
		Object returned = this.context.io().handle(event);
		assertThat(((CompletionStage<?>) returned).toCompletableFuture().join()).isSameAs(EventHandler.NO_ANSWER);
		assertThat(event.answers()).containsExactly(List.of());
	}

	@Test
	void waitsForAStageBesideAnAck() throws Exception {
		TestEvent event = this.context.io().event("ackAndStage", "[]");
		Object returned = this.context.io().handle(event);
		assertThat(((CompletionStage<?>) returned).toCompletableFuture()).isNotDone();
		this.context.bean(Handlers.class).done.complete(null);
		assertThat(((CompletionStage<?>) returned).toCompletableFuture()).isDone();
		assertThat(event.answers()).isEmpty();
	}

	@Test
	void turnsReactiveTypesIntoStages() throws Exception {
		assertThat(stage("mono")).isEqualTo("one");
		assertThat(stage("flux")).isEqualTo("one");
		assertThat(stage("endless")).isEqualTo(0L);
		assertThat(stage("empty")).isNull();
		TestEvent event = this.context.io().event("voidMono", "[]");
		Object returned = this.context.io().handle(event);
		((CompletionStage<?>) returned).toCompletableFuture().join();
		assertThat(event.answers()).containsExactly(List.of());
	}

	@Test
	void handsOnWhatTheMethodThrows() {
		assertThatIllegalStateException().isThrownBy(() -> this.context.io().handle("fails", "[]")).withMessage("no");
	}

	@Test
	void refusesAMethodWithTwoWaysToAnswer() {
		assertThatExceptionOfType(InvalidHandlerMethodException.class)
			.isThrownBy(() -> HandlerContext.of(TwoWays.class))
			.withMessageContaining("it has an Ack parameter and returns java.lang.String")
			.satisfies((ex) -> assertThat(ex.action()).startsWith("Answer in one way"));
	}

	private Object stage(String event) throws Exception {
		return ((CompletionStage<?>) this.context.io().handle(event, "[]")).toCompletableFuture().join();
	}

	static class Handlers {

		final CompletableFuture<Void> done = new CompletableFuture<>();

		@OnEvent("value")
		int value(int a, int b) {
			return a + b;
		}

		@OnEvent("null")
		@Nullable String nothing() {
			return null;
		}

		@OnEvent("void")
		void silent() {
		}

		@OnEvent("ack")
		void ack(Ack ack) {
			ack.send("a", 1);
		}

		@OnEvent("stage")
		CompletionStage<String> stage() {
			return CompletableFuture.completedFuture("later");
		}

		@OnEvent("voidStage")
		CompletableFuture<Void> voidStage() {
			return this.done;
		}

		@OnEvent("ackAndStage")
		CompletableFuture<Void> ackAndStage(Ack ack) {
			return this.done;
		}

		@OnEvent("request")
		CompletionStage<RequestResult> request() {
			return CompletableFuture.completedFuture(new RequestResult(1, Set.of("distributor-1")));
		}

		@OnEvent("mono")
		Mono<String> mono() {
			return Mono.just("one");
		}

		@OnEvent("voidMono")
		Mono<Void> voidMono() {
			return Mono.empty();
		}

		@OnEvent("flux")
		Flux<String> flux() {
			return Flux.just("one", "two");
		}

		@OnEvent("endless")
		Flux<Long> endless() {
			return Flux.generate(() -> 0L, (state, sink) -> {
				sink.next(state);
				return state + 1;
			});
		}

		@OnEvent("empty")
		Flux<String> empty() {
			return Flux.empty();
		}

		@OnEvent("fails")
		void fails() {
			throw new IllegalStateException("no");
		}

	}

	static class TwoWays {

		@OnEvent("both")
		String both(Ack ack) {
			return "answer";
		}

	}

}
