package io.distributor.backend;

import org.jspecify.annotations.Nullable;

/**
 * Handles an event; what it returns is the answer. It is done when it returned or, if it
 * returned a {@code CompletionStage}, when that is complete: the next event of the socket
 * comes after that.
 * <p>
 * If it fails and the client waits for an answer, the client gets one argument,
 * {@code {"error":"..."}}, with one of the texts {@code Unknown event},
 * {@code Invalid arguments}, {@code Timeout} and {@code Internal error}, and nothing of
 * the exception.
 */
@FunctionalInterface
public interface EventHandler {

	/** Returned by a handler that answers by {@link Event#ack()} or not at all. */
	Object NO_ANSWER = new Object();

	/**
	 * Handles an event.
	 * @param event the event
	 * @return the argument of the answer, if the client waits for one: a value or
	 * {@code null}, an {@link Answer} of several, a {@code CompletionStage} of these, or
	 * {@link #NO_ANSWER}
	 * @throws EventRefusedException to answer with an error of one's choice
	 * @throws Exception is logged and answered with an error if the client waits for an
	 * answer
	 */
	@Nullable Object handle(Event event) throws Exception;

	/**
	 * Returns whether the next event of the socket does not wait for this handler.
	 * @return whether it goes on beside the next ones
	 */
	default boolean isConcurrent() {
		return false;
	}

	/**
	 * Lets the next event of the socket start while this handler is at work: events are
	 * still started in their order, but each on a thread of its own. For what takes long
	 * and does not depend on order, such as a search.
	 * @param handler the handler
	 * @return the same handler, concurrent
	 */
	static EventHandler concurrent(EventHandler handler) {
		return new ConcurrentEventHandler(handler);
	}

}
