package io.distributor.backend.typed;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import io.distributor.backend.dispatch.AwaitedResult;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConvertedAnswerTests {

	/** All threads for handlers are busy. */
	private final AwaitedResult<Integer> source = new AwaitedResult<>((task) -> {
	});

	private final ConvertedAnswer<Integer> answer = ConvertedAnswer.of(this.source, (number) -> "got " + number);

	@Test
	void wakesWhoJoinsWithoutAThreadForHandlers() {
		this.source.resolve(1);
		assertThat(this.answer.join()).isEqualTo("got 1");
		assertThat(this.answer).isCompletedWithValue("got 1");
	}

	@Test
	void wakesWhoGetsWithoutAThreadForHandlers() throws Exception {
		this.source.resolve(2);
		assertThat(this.answer.get()).isEqualTo("got 2");
		assertThat(this.answer.get(1, TimeUnit.SECONDS)).isEqualTo("got 2");
	}

	@Test
	void failsAsItsSourceDoes() {
		this.source.reject(new IllegalStateException("no"));
		assertThatExceptionOfType(CompletionException.class).isThrownBy(this.answer::join)
			.withCauseInstanceOf(IllegalStateException.class);
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(this.answer::get)
			.withCauseInstanceOf(IllegalStateException.class);
	}

	@Test
	void failsIfItCannotBeConverted() {
		CompletableFuture<Object> failing = ConvertedAnswer.of(CompletableFuture.completedFuture("text"), (text) -> {
			throw new IllegalArgumentException(text);
		});
		assertThat(failing).failsWithin(Duration.ZERO)
			.withThrowableThat()
			.withCauseInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void letsGoOfWhoWaitsWhenItIsCancelled() {
		CompletableFuture<Boolean> cancelled = CompletableFuture.supplyAsync(() -> this.answer.cancel(true));
		assertThatExceptionOfType(CancellationException.class).isThrownBy(this.answer::join);
		assertThat(cancelled.join()).isTrue();
	}

	@Test
	void letsGoOfWhoWaitsWhenItIsCompletedOtherwise() {
		CompletableFuture<Boolean> completed = CompletableFuture.supplyAsync(() -> this.answer.complete("otherwise"));
		assertThat(this.answer.join()).isEqualTo("otherwise");
		assertThat(completed.join()).isTrue();
	}

}
