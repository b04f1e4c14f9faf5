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

	private final Map<String, ListenerChain> events = new HashMap<>(0);

	private final CatchAllLists catchAll = new CatchAllLists();

	private final ListenerList<EventMiddleware> middlewares = new ListenerList<>();

	private final ListenerList<ErrorListener> errors = new ListenerList<>();

	private final ListenerList<DisconnectListener> disconnecting = new ListenerList<>();

	private final ListenerList<DisconnectListener> disconnect = new ListenerList<>();

	void add(String event, EventListener listener, boolean once) {
		EventNames.requireFree(event);
		synchronized (this.events) {
			this.events.merge(event, ListenerChain.of(event, listener, once), ListenerChain::with);
		}
	}

	void remove(String event) {
		synchronized (this.events) {
			this.events.remove(event);
		}
	}

	void remove(String event, EventListener listener) {
		synchronized (this.events) {
			this.events.computeIfPresent(event, (name, chain) -> chain.without(listener));
		}
	}

	void removeAll() {
		synchronized (this.events) {
			this.events.clear();
		}
	}

	/**
	 * Whether something hears events before their handlers.
	 */
	boolean isHearing() {
		return this.catchAll.isHearing() || !this.middlewares.all().isEmpty();
	}

	Set<String> names() {
		synchronized (this.events) {
			return Set.copyOf(this.events.keySet());
		}
	}

	@Nullable RegisteredHandler find(String event) {
		synchronized (this.events) {
			ListenerChain chain = this.events.get(event);
			return (chain != null) ? chain.handler() : null;
		}
	}

	/**
	 * Finds what handles an event, and takes what handles it once.
	 * @return the handler, or {@code null} if there is none
	 */
	@Nullable RegisteredHandler take(String event) {
		synchronized (this.events) {
			ListenerChain chain = this.events.get(event);
			if (chain == null) {
				return null;
			}
			this.events.computeIfPresent(event, (name, present) -> present.taken());
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
