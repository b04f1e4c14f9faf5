package io.distributor.backend.namespace;

import io.distributor.backend.ErrorListener;
import io.distributor.backend.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who hears of events of one socket that were refused or failed. Whatever they throw ends
 * here.
 *
 * @param ofSocket listeners of the socket
 * @param ofNamespace listeners of its namespace
 */
record ErrorListeners(ListenerList<ErrorListener> ofSocket, ListenerList<ErrorListener> ofNamespace) {

	private static final Logger logger = LoggerFactory.getLogger(ErrorListeners.class);

	void tell(Event event, Throwable failure) {
		tell(this.ofSocket, event, failure);
		tell(this.ofNamespace, event, failure);
	}

	private static void tell(ListenerList<ErrorListener> listeners, Event event, Throwable failure) {
		for (ErrorListener listener : listeners.all()) {
			try {
				listener.onError(event, failure);
			}
			catch (Throwable ex) {
				logger.warn("An error listener failed for event '{}' of {}", LogText.of(event.name()), event.socket(),
						ex);
			}
		}
	}

}
