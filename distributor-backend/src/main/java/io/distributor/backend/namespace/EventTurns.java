package io.distributor.backend.namespace;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

import io.distributor.link.message.SocketEvent;
import org.jspecify.annotations.Nullable;

/**
 * Gives the events of one socket their turns, and keeps book of what is handled. Turns
 * are taken one after another on threads of the executor for handlers; an event may end
 * on any thread.
 */
final class EventTurns {

	private static final CompletionStage<?> DONE = CompletableFuture.completedFuture(null);

	private final BackendSocket socket;

	private final EventProgress progress;

	private final SocketTasks tasks;

	private final Executor executor;

	private final int limit;

	/**
	 * Creates the turns.
	 * @param limit number of events that may be open when their turn is over
	 */
	EventTurns(BackendSocket socket, SocketTasks tasks, Executor executor, int limit) {
		this.socket = socket;
		this.progress = socket.reports().progress();
		this.tasks = tasks;
		this.executor = executor;
		this.limit = limit;
	}

	/**
	 * Handles an event, unless that is the task of another home by now.
	 * @return {@code null} if its turn is over, or what completes when it is
	 */
	@Nullable CompletionStage<?> take(Map<String, String> headers, SocketEvent message) {
		CompletionStage<Void> room = this.socket.outbox().whenRoom();
		if (room != null) {
			return room.thenComposeAsync((nothing) -> orDone(handle(headers, message)), this.executor);
		}
		return handle(headers, message);
	}

	private @Nullable CompletionStage<?> handle(Map<String, String> headers, SocketEvent message) {
		if (this.socket.state().isElsewhere()) {
			return null;
		}
		long number = message.number();
		if (this.socket.state().barred() != null) {
			this.progress.handled(number);
			return null;
		}
		EventRun run = this.tasks.find(this.socket, headers, message);
		if (run.isConcurrent()) {
			this.progress.open(number, false);
			this.executor.execute(() -> startBeside(run, number));
			return whenBelowLimit();
		}
		CompletionStage<?> rest = run.start();
		if (rest != null) {
			return rest.thenCompose((nothing) -> orDone(end(run, number)));
		}
		return end(run, number);
	}

	private static CompletionStage<?> orDone(@Nullable CompletionStage<?> stage) {
		return (stage != null) ? stage : DONE;
	}

	private @Nullable CompletionStage<Void> whenBelowLimit() {
		return this.progress.whenOpen(this.limit - 1);
	}

	private @Nullable CompletionStage<Void> end(EventRun run, long number) {
		if (!run.ack().isOwed()) {
			this.progress.handled(number);
			return null;
		}
		awaitAnswer(run, number);
		return whenBelowLimit();
	}

	private void startBeside(EventRun run, long number) {
		CompletionStage<?> rest = run.start();
		if (rest != null) {
			rest.thenRun(() -> endBeside(run, number));
		}
		else {
			endBeside(run, number);
		}
	}

	private void endBeside(EventRun run, long number) {
		if (run.ack().isOwed()) {
			awaitAnswer(run, number);
		}
		else {
			close(number);
		}
	}

	private void awaitAnswer(EventRun run, long number) {
		this.progress.open(number, true);
		Future<?> timer = schedule(run, number);
		Runnable close = () -> {
			timer.cancel(false);
			close(number);
		};
		if (!run.ack().onSent(close)) {
			close.run();
		}
	}

	private Future<?> schedule(EventRun run, long number) {
		try {
			return run.schedule(() -> {
				run.complainOfSilence();
				close(number);
			});
		}
		catch (RejectedExecutionException ex) {
			// The backend is stopped, so nobody hears of it any more.
			return CompletableFuture.completedFuture(null);
		}
	}

	private void close(long number) {
		this.progress.close(number);
		this.socket.reports().handled();
	}

}
