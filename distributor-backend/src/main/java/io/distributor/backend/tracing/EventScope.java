package io.distributor.backend.tracing;

import java.util.Map;

import io.distributor.backend.statistics.EventOutcome;
import org.jspecify.annotations.Nullable;

/**
 * One event in its handler.
 */
public interface EventScope {

	/** Surrounds nothing. */
	EventScope NONE = new NoScope();

	/**
	 * Gives what travels beside the answer. May be called from any thread, also later.
	 * @return headers
	 */
	Map<String, String> headers();

	/**
	 * The handler is about to be called, after listeners and steps were. Called at most
	 * once, after {@link #leave()}, on the thread of the handler.
	 */
	void enter();

	/**
	 * The handler has returned; what it goes on with is done elsewhere. Or the listeners
	 * and steps that hear the event before it have. Called on the thread that began or
	 * entered.
	 */
	void leave();

	/**
	 * The event has its outcome. Called once, before a {@link #leave()} or after it, on
	 * any thread.
	 * @param outcome what became of it
	 * @param failure why it failed, or {@code null}
	 */
	void end(EventOutcome outcome, @Nullable Throwable failure);

}
