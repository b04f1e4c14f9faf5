package io.distributor.handler;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.distributor.backend.Event;
import io.distributor.backend.EventHandler;
import org.jspecify.annotations.Nullable;

/**
 * Handles events by a method of a bean.
 *
 * @param method the method
 * @param answer makes the answer from what it returns
 * @param failures answers in its place when it fails
 * @param isConcurrent whether the next event of the socket does not wait for it
 */
record EventMethod(SocketHandlerMethod<Event> method, AnswerAdapter answer, FailureHandling failures,
		boolean isConcurrent) implements EventHandler {

	@Override
	public @Nullable Object handle(Event event) throws Exception {
		Object answer;
		try {
			answer = this.answer.answer(this.method.call(event), event);
		}
		catch (Throwable ex) {
			return this.failures.answer(ex, event);
		}
		return (answer instanceof CompletionStage<?> stage) ? whenDone(stage, event) : answer;
	}

	@SuppressWarnings("unchecked")
	private CompletionStage<?> whenDone(CompletionStage<?> stage, Event event) {
		return ((CompletionStage<@Nullable Object>) stage).exceptionallyCompose((failure) -> later(failure, event));
	}

	@SuppressWarnings("unchecked")
	private CompletionStage<@Nullable Object> later(Throwable failure, Event event) {
		try {
			Object answer = this.failures.answer(failure, event);
			return (answer instanceof CompletionStage<?> stage) ? (CompletionStage<@Nullable Object>) stage
					: CompletableFuture.completedFuture(answer);
		}
		catch (Throwable ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

}
