package io.distributor.backend.namespace;

import io.distributor.backend.Event;
import io.distributor.backend.EventListener;
import io.distributor.backend.OutgoingEvent;
import io.distributor.backend.OutgoingListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catch-all listeners of a namespace or of a socket. Whatever they throw ends here.
 *
 * @param incoming listen to events of clients
 * @param outgoing listen to what is emitted
 */
record CatchAllLists(ListenerList<EventListener> incoming, ListenerList<OutgoingListener> outgoing) {

	private static final Logger logger = LoggerFactory.getLogger(CatchAllLists.class);

	CatchAllLists() {
		this(new ListenerList<>(), new ListenerList<>());
	}

	/**
	 * Whether somebody listens to events of clients.
	 */
	boolean isHearing() {
		return !this.incoming.all().isEmpty();
	}

	void hear(Event event) {
		for (EventListener listener : this.incoming.all()) {
			try {
				listener.onEvent(event);
			}
			catch (Throwable ex) {
				logger.warn("A catch-all listener failed for event '{}' of {}", LogText.of(event.name()),
						event.socket(), ex);
			}
		}
	}

	void hear(OutgoingEvent event) {
		for (OutgoingListener listener : this.outgoing.all()) {
			try {
				listener.onOutgoing(event);
			}
			catch (Throwable ex) {
				logger.warn("A listener for outgoing events failed; '{}' is emitted all the same", event.name(), ex);
			}
		}
	}

}
