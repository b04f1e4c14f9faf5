package io.distributor.backend;

/**
 * Hears of events that were refused or failed.
 */
@FunctionalInterface
public interface ErrorListener {

	/**
	 * An event was refused, its arguments did not convert, or its handler failed or took
	 * too long. The client, if it waits, has its answer. Called by the thread on which
	 * that was noticed.
	 * @param event the event
	 * @param failure why: an {@link EventRefusedException}, an
	 * {@link ArgumentConversionException}, or whatever was thrown
	 * @throws Exception is logged
	 */
	void onError(Event event, Throwable failure) throws Exception;

}
