package io.distributor.backend.statistics;

/**
 * Hears of each event the application emits, before it is put on the link. Called on the
 * thread that emits, so it must be quick and throw nothing.
 */
@FunctionalInterface
public interface EmitObserver {

	/** Hears nothing. */
	EmitObserver NONE = (namespace, event) -> {
	};

	/**
	 * An event is emitted, to one socket or to many.
	 * @param namespace name of the namespace
	 * @param event name of the event
	 */
	void onEmit(String namespace, String event);

}
