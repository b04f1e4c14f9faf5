package io.distributor.backend;

import org.jspecify.annotations.Nullable;

/**
 * Handles an event; what it returns is the answer.
 */
@FunctionalInterface
public interface EventHandler {

	/** Returned by a handler that answers by {@link Event#ack()} or not at all. */
	Object NO_ANSWER = new Object();

	/**
	 * Handles an event.
	 * @param event the event
	 * @return the argument of the answer, if the client waits for one: a value or
	 * {@code null}, a {@code CompletionStage} of it, or {@link #NO_ANSWER}
	 * @throws Exception is logged and answered with an error if the client waits for an
	 * answer
	 */
	@Nullable Object handle(Event event) throws Exception;

}
