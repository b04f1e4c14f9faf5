package io.distributor.backend.namespace;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import io.distributor.backend.Socket;
import org.jspecify.annotations.Nullable;

/**
 * A client on its way through the steps before it is accepted. One step follows another,
 * each on a thread of the executor for handlers.
 */
final class ConnectRun {

	private final Socket socket;

	private final Iterator<ConnectStep> steps;

	private final EventDispatcher dispatcher;

	private final Consumer<@Nullable Throwable> end;

	/**
	 * Creates the run.
	 * @param end called once, with what a step failed with, or {@code null} if all let
	 * the client pass
	 */
	ConnectRun(Socket socket, List<ConnectStep> steps, EventDispatcher dispatcher, Consumer<@Nullable Throwable> end) {
		this.socket = socket;
		this.steps = steps.iterator();
		this.dispatcher = dispatcher;
		this.end = end;
	}

	/**
	 * Goes on.
	 * @return {@code null} if the run has ended, or what completes when it has
	 */
	@Nullable CompletionStage<@Nullable Void> proceed() {
		while (this.steps.hasNext()) {
			CompletionStage<?> stage;
			try {
				stage = this.steps.next().look(this.socket);
			}
			catch (Throwable ex) {
				this.end.accept(ex);
				return null;
			}
			if (stage != null) {
				return await(stage);
			}
		}
		this.end.accept(null);
		return null;
	}

	private CompletionStage<@Nullable Void> await(CompletionStage<?> stage) {
		CompletableFuture<@Nullable Object> settled = new CompletableFuture<>();
		stage.whenComplete((value, failure) -> {
			if (failure != null) {
				settled.completeExceptionally(failure);
			}
			else {
				settled.complete(null);
			}
		});
		limit(settled);
		return settled
			.handleAsync((nothing, failure) -> (failure != null) ? fail(failure) : orDone(proceed()),
					this.dispatcher.executor())
			.thenCompose((rest) -> rest);
	}

	private void limit(CompletableFuture<?> settled) {
		try {
			Future<?> timer = this.dispatcher.schedule(() -> settled
				.completeExceptionally(new TimeoutException("step not complete within " + this.dispatcher.timeout())));
			settled.whenComplete((nothing, failure) -> timer.cancel(false));
		}
		catch (RejectedExecutionException ex) {
			settled.completeExceptionally(ex);
		}
	}

	private CompletionStage<@Nullable Void> fail(Throwable failure) {
		Throwable cause = failure.getCause();
		this.end.accept((failure instanceof CompletionException && cause != null) ? cause : failure);
		return orDone(null);
	}

	private static CompletionStage<@Nullable Void> orDone(@Nullable CompletionStage<@Nullable Void> stage) {
		return (stage != null) ? stage : CompletableFuture.<@Nullable Void>completedFuture(null);
	}

}
