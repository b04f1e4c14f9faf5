package io.distributor.handler;

import io.distributor.backend.Event;
import io.distributor.backend.EventHandler;
import org.jspecify.annotations.Nullable;

/**
 * Makes the answer to an event from what a handler method returned. Chosen once for each
 * method, by its return type.
 */
@FunctionalInterface
interface AnswerAdapter {

	/** The method answers by itself. */
	AnswerAdapter NONE = (returned, event) -> EventHandler.NO_ANSWER;

	/** The returned value is the answer. */
	AnswerAdapter VALUE = (returned, event) -> returned;

	/** The answer has no arguments. */
	AnswerAdapter EMPTY = (returned, event) -> {
		event.ack().send();
		return EventHandler.NO_ANSWER;
	};

	/**
	 * Makes the answer.
	 * @param returned what the method returned
	 * @param event the event
	 * @return the answer, as {@link EventHandler#handle} returns it
	 */
	@Nullable Object answer(@Nullable Object returned, Event event);

}
