package io.distributor.backend.namespace;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.distributor.backend.DisconnectListener;
import io.distributor.backend.ErrorListener;
import io.distributor.backend.EventListener;
import io.distributor.backend.EventMiddleware;
import org.jspecify.annotations.Nullable;

/**
 * What an application registered on one socket. May be used from any thread.
 */
final class SocketHandlers {

	/** What sockets have on which nothing is registered; never changed. */
	static final SocketHandlers NONE = new SocketHandlers();

	/** Set once, then guarded by itself. */
	private volatile @Nullable Map<String, ListenerChain> events;

	private final CatchAllLists catchAll = new CatchAllLists();

	private final ListenerList<EventMiddleware> middlewares = new ListenerList<>();

	private final ListenerList<ErrorListener> errors = new ListenerList<>();

	private final ListenerList<DisconnectListener> disconnecting = new ListenerList<>();

	private final ListenerList<DisconnectListener> disconnect = new ListenerList<>();

	void add(String event, EventListener listener, boolean once) {
		EventNames.requireFree(event);
		Map<String, ListenerChain> events = changeable();
		synchronized (events) {
			events.merge(event, ListenerChain.of(event, listener, once), ListenerChain::with);
		}
	}

	private synchronized Map<String, ListenerChain> changeable() {
		Map<String, ListenerChain> events = this.events;
		if (events == null) {
			events = new HashMap<>(4);
			this.events = events;
		}
		return events;
	}

	void remove(String event) {
		Map<String, ListenerChain> events = this.events;
		if (events != null) {
			synchronized (events) {
				events.remove(event);
			}
		}
	}

	void remove(String event, EventListener listener) {
		Map<String, ListenerChain> events = this.events;
		if (events != null) {
			synchronized (events) {
				events.computeIfPresent(event, (name, chain) -> chain.without(listener));
			}
		}
	}

	void removeAll() {
		Map<String, ListenerChain> events = this.events;
		if (events != null) {
			synchronized (events) {
				events.clear();
			}
		}
	}

	/**
	 * Whether something hears events before their handlers.
	 */
	boolean isHearing() {
		return this.catchAll.isHearing() || !this.middlewares.all().isEmpty();
	}

	Set<String> names() {
		Map<String, ListenerChain> events = this.events;
		if (events == null) {
			return Set.of();
		}
		synchronized (events) {
			return Set.copyOf(events.keySet());
		}
	}

	@Nullable RegisteredHandler find(String event) {
		Map<String, ListenerChain> events = this.events;
		if (events == null) {
			return null;
		}
		synchronized (events) {
			ListenerChain chain = events.get(event);
			return (chain != null) ? chain.handler() : null;
		}
	}

	/**
	 * Finds what handles an event, and takes what handles it once.
	 * @return the handler, or {@code null} if there is none
	 */
	@Nullable RegisteredHandler take(String event) {
		Map<String, ListenerChain> events = this.events;
		if (events == null) {
			return null;
		}
		synchronized (events) {
			ListenerChain chain = events.get(event);
			if (chain == null) {
				return null;
			}
			events.computeIfPresent(event, (name, present) -> present.taken());
			return chain.handler();
		}
	}

	CatchAllLists catchAll() {
		return this.catchAll;
	}

	ListenerList<EventMiddleware> middlewares() {
		return this.middlewares;
	}

	ListenerList<ErrorListener> errors() {
		return this.errors;
	}

	ListenerList<DisconnectListener> disconnecting() {
		return this.disconnecting;
	}

	ListenerList<DisconnectListener> disconnect() {
		return this.disconnect;
	}

}
