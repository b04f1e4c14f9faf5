package io.distributor.backend;

/**
 * Hears of what is emitted.
 */
@FunctionalInterface
public interface OutgoingListener {

	/**
	 * Something is about to be emitted. Called by the thread that emits.
	 * @param event the event
	 * @throws Exception is logged; the event is emitted all the same
	 */
	void onOutgoing(OutgoingEvent event) throws Exception;

}
