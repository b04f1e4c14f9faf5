package io.distributor.backend;

/**
 * Sees each event of a socket before its handler.
 */
@FunctionalInterface
public interface EventMiddleware {

	/**
	 * Looks at an event. When it returns, the next step sees the event, then the handler.
	 * @param event the event
	 * @throws EventRefusedException to refuse the event with a text and data for the
	 * client
	 * @throws Exception to refuse the event; the client, if it waits for an answer, gets
	 * {@code {"error":"Internal error"}}
	 */
	void onEvent(Event event) throws Exception;

}
