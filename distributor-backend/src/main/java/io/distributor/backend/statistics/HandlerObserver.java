package io.distributor.backend.statistics;

/**
 * Hears of each event when its handler is done. Called on the thread of the handler, so
 * it must be quick; what it throws is logged and has no other effect.
 */
@FunctionalInterface
public interface HandlerObserver {

	/** Stands for the name of an event without a handler: clients could invent any. */
	String UNKNOWN_EVENT = "unknown";

	/** Hears nothing. */
	HandlerObserver NONE = (namespace, event, outcome, nanos) -> {
	};

	/**
	 * A handler is done.
	 * @param namespace name of the namespace
	 * @param event name of the event, or the pattern its handler was registered for, or
	 * {@link #UNKNOWN_EVENT} when nothing handles it
	 * @param outcome what became of it
	 * @param nanos time from the call of the handler until it was done, in nanoseconds
	 */
	void onHandled(String namespace, String event, EventOutcome outcome, long nanos);

}
