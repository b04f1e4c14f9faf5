package io.distributor.backend.namespace;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import io.distributor.backend.Answer;
import io.distributor.backend.ArgumentConversionException;
import io.distributor.backend.EventHandler;
import io.distributor.backend.EventRefusedException;
import io.distributor.backend.RequestResult;
import io.distributor.backend.UnansweredEventException;
import io.distributor.backend.statistics.EventOutcome;
import io.distributor.backend.statistics.HandlerObserver;
import io.distributor.backend.tracing.EventScope;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way through its handler to exactly one outcome. It begins on a thread
 * of the executor for handlers; a stage that the handler returns may end it on any.
 */
final class EventRun {

	private final EventDispatcher dispatcher;

	private final IncomingEvent event;

	private final EventAck ack;

	private @Nullable RegisteredHandler handler;

	private final AtomicBoolean over = new AtomicBoolean();

	private EventScope scope = EventScope.NONE;

	private long started = System.nanoTime();

	EventRun(EventDispatcher dispatcher, IncomingEvent event, @Nullable RegisteredHandler handler) {
		this.dispatcher = dispatcher;
		this.event = event;
		this.ack = event.untakenAck();
		this.handler = handler;
	}

	/**
	 * Those who hear the event before its handler are about to.
	 */
	void begin() {
		this.scope = this.dispatcher.tracing()
			.begin(this.event.socket().statisticsNamespace(), observedName(), this.event.headers());
		this.ack.scope(this.scope);
	}

	/**
	 * They have heard it.
	 */
	void leave() {
		this.scope.leave();
	}

	/**
	 * Nobody has refused it.
	 * @param handler the handler as it is now, or {@code null}
	 * @return whether there is one
	 */
	boolean goOn(@Nullable RegisteredHandler handler) {
		this.handler = handler;
		return handler != null;
	}

	/**
	 * Calls the handler, if there is one and the event was not refused.
	 * @return {@code null} if it is done, or what completes when it is
	 */
	@Nullable CompletionStage<?> start() {
		RegisteredHandler handler = this.handler;
		if (handler == null || this.over.get()) {
			return null;
		}
		this.started = System.nanoTime();
		if (this.scope == EventScope.NONE) {
			begin();
		}
		else {
			this.scope.enter();
		}
		try {
			return call(handler);
		}
		finally {
			this.scope.leave();
		}
	}

	private @Nullable CompletionStage<?> call(RegisteredHandler handler) {
		Object result;
		try {
			result = handler.handler().handle(this.event);
		}
		catch (Throwable ex) {
			fail(ex);
			return null;
		}
		if (result instanceof CompletionStage<?> stage) {
			return await(stage);
		}
		succeed(result);
		return null;
	}

	/**
	 * Whether the next event of the socket does not wait for this one.
	 */
	boolean isConcurrent() {
		return this.handler != null && this.handler.handler().isConcurrent() && !this.over.get();
	}

	EventAck ack() {
		return this.ack;
	}

	/**
	 * Has something done when the time for an answer is over.
	 */
	Future<?> schedule(Runnable task) {
		return this.dispatcher.schedule(task);
	}

	void complainOfSilence() {
		this.ack.socket().complaints().aboutSilence(this.event, this.dispatcher.timeout());
	}

	/**
	 * Ends before its handler was called.
	 */
	void refuse(Throwable failure) {
		fail(failure);
	}

	/**
	 * Ends because nothing handles it.
	 */
	void endUnhandled() {
		end(EventOutcome.NO_HANDLER, null, true);
	}

	private @Nullable CompletionStage<?> await(CompletionStage<?> stage) {
		CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
		stage.whenComplete((value, failure) -> {
			settle(value, failure);
			done.complete(null);
		});
		if (done.isDone()) {
			return null;
		}
		try {
			Future<?> timer = this.dispatcher.schedule(() -> {
				fail(new TimeoutException("not complete within " + this.dispatcher.timeout()));
				done.complete(null);
			});
			done.thenRun(() -> timer.cancel(false));
		}
		catch (RejectedExecutionException ex) {
			fail(ex);
			return null;
		}
		return done;
	}

	private void settle(@Nullable Object value, @Nullable Throwable failure) {
		if (failure == null) {
			succeed(value);
		}
		else {
			fail((failure instanceof CompletionException && failure.getCause() != null) ? failure.getCause() : failure);
		}
	}

	private void succeed(@Nullable Object value) {
		if (value != EventHandler.NO_ANSWER && !this.over.get()) {
			try {
				answer(value);
			}
			catch (RuntimeException ex) {
				fail(ex);
				return;
			}
		}
		end(EventOutcome.HANDLED, null, true);
	}

	private void answer(@Nullable Object value) {
		if (value instanceof Answer answer) {
			this.ack.send(answer.arguments().toArray());
		}
		else {
			// What became of a request names distributors, which is not for clients.
			this.ack.send((value instanceof RequestResult) ? null : value);
		}
	}

	private void fail(Throwable failure) {
		if (failure instanceof InterruptedException) {
			Thread.currentThread().interrupt();
		}
		Throwable cause = failure.getCause();
		if (failure instanceof UnansweredEventException && cause != null) {
			end(outcome(cause), cause, false);
		}
		else {
			end(outcome(failure), failure, true);
		}
	}

	private static EventOutcome outcome(Throwable failure) {
		if (failure instanceof ArgumentConversionException) {
			return EventOutcome.INVALID_ARGUMENTS;
		}
		if (failure instanceof EventRefusedException) {
			return EventOutcome.REFUSED;
		}
		return (failure instanceof TimeoutException) ? EventOutcome.TIMED_OUT : EventOutcome.FAILED;
	}

	private void end(EventOutcome outcome, @Nullable Throwable failure, boolean answered) {
		if (!this.over.compareAndSet(false, true)) {
			return;
		}
		long nanos = System.nanoTime() - this.started;
		if (outcome != EventOutcome.HANDLED) {
			this.ack.socket().complaints().about(this.event, outcome, failure);
			if (answered) {
				sendError(outcome, failure);
			}
			else {
				this.ack.forgo();
			}
			if (failure != null) {
				this.ack.socket().errorListeners().tell(this.event, failure);
			}
		}
		this.scope.end(outcome, failure);
		this.dispatcher.count(this.event.socket().statisticsNamespace(), observedName(), outcome, nanos);
	}

	private String observedName() {
		return (this.handler != null) ? this.handler.name() : HandlerObserver.UNKNOWN_EVENT;
	}

	private void sendError(EventOutcome outcome, @Nullable Throwable failure) {
		String text = errorText(outcome, failure);
		Object data = (failure instanceof EventRefusedException refusal) ? refusal.data() : null;
		if (data != null) {
			try {
				this.ack.send(Map.of("error", text, "data", data));
				return;
			}
			catch (IllegalArgumentException ex) {
				this.ack.socket().complaints().aboutData(this.event, ex);
			}
		}
		this.ack.send(Map.of("error", text));
	}

	private static String errorText(EventOutcome outcome, @Nullable Throwable failure) {
		return switch (outcome) {
			case NO_HANDLER -> "Unknown event";
			case INVALID_ARGUMENTS -> "Invalid arguments";
			case TIMED_OUT -> "Timeout";
			case REFUSED -> Objects.requireNonNullElse((failure != null) ? failure.getMessage() : null, "Refused");
			default -> "Internal error";
		};
	}

}
