package io.distributor.backend;

/**
 * Handles an event and answers, if at all, by {@link Event#ack()}.
 */
@FunctionalInterface
public interface EventListener {

	/**
	 * Handles an event.
	 * @param event the event
	 * @throws Exception is logged and answered with an error if the client waits for an
	 * answer
	 */
	void onEvent(Event event) throws Exception;

}
