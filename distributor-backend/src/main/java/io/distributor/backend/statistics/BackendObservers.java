package io.distributor.backend.statistics;

/**
 * Who hears what a backend does.
 *
 * @param handlers hears of each event of a client when its handler is done
 * @param emits hears of each event the application emits
 */
public record BackendObservers(HandlerObserver handlers, EmitObserver emits) {

	/** Nobody. */
	public static final BackendObservers NONE = new BackendObservers(HandlerObserver.NONE, EmitObserver.NONE);

}
