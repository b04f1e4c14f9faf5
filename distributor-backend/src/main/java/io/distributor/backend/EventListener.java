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

	/**
	 * Returns whether the next event of the socket does not wait for this listener.
	 * @return whether it goes on beside the next ones
	 */
	default boolean isConcurrent() {
		return false;
	}

	/**
	 * Lets the next event of the socket start while this listener is at work, as
	 * {@link EventHandler#concurrent} does. Of several listeners for one event all have
	 * to be concurrent.
	 * @param listener the listener
	 * @return the same listener, concurrent
	 */
	static EventListener concurrent(EventListener listener) {
		return new ConcurrentEventListener(listener);
	}

}
