package io.distributor.backend.instance;

import io.distributor.backend.statistics.EmitObserver;
import io.distributor.backend.statistics.HandlerObserver;
import io.distributor.backend.statistics.SelectionObserver;
import io.distributor.backend.tracing.EventTracing;

/**
 * Who hears what a backend does.
 *
 * @param handlers hears of each event of a client when its handler is done
 * @param emits hears of each event the application emits
 * @param selections hears of what the application asks of selected sockets
 * @param tracing surrounds handlers, and gives what travels beside what is emitted
 */
public record BackendObservers(HandlerObserver handlers, EmitObserver emits, SelectionObserver selections,
		EventTracing tracing) {

	/** Nobody. */
	public static final BackendObservers NONE = of(HandlerObserver.NONE);

	/**
	 * Lets one observer hear of handlers, and nobody of the rest.
	 * @param handlers hears of each event of a client when its handler is done
	 * @return the observers
	 */
	public static BackendObservers of(HandlerObserver handlers) {
		return new BackendObservers(handlers, EmitObserver.NONE, SelectionObserver.NONE, EventTracing.NONE);
	}

}
