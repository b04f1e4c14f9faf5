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
	 * The handler has returned; what it goes on with is done elsewhere. Called once, on
	 * the thread that began.
	 */
	void leave();

	/**
	 * The event has its outcome. Called once, before {@link #leave()} or after it, on any
	 * thread.
	 * @param outcome what became of it
	 * @param failure why it failed, or {@code null}
	 */
	void end(EventOutcome outcome, @Nullable Throwable failure);

}
