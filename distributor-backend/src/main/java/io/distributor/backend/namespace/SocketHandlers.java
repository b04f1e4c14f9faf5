package io.distributor.backend.namespace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.distributor.backend.DisconnectListener;
import io.distributor.backend.Event;
import io.distributor.backend.EventHandler;
import io.distributor.backend.EventListener;
import org.jspecify.annotations.Nullable;

/**
 * What an application registered on one socket. May be used from any thread.
 */
final class SocketHandlers {

	private final Map<String, RegisteredHandler> events = new HashMap<>(0);

	private final List<DisconnectListener> disconnect = new CopyOnWriteArrayList<>();

	void add(String event, EventListener listener) {
		EventNames.requireFree(event);
		synchronized (this.events) {
			this.events.merge(event, new RegisteredHandler(event, handler(listener)), SocketHandlers::both);
		}
	}

	void remove(String event) {
		synchronized (this.events) {
			this.events.remove(event);
		}
	}

	@Nullable RegisteredHandler find(String event) {
		synchronized (this.events) {
			return this.events.get(event);
		}
	}

	void addDisconnect(DisconnectListener listener) {
		this.disconnect.add(listener);
	}

	List<DisconnectListener> disconnect() {
		return this.disconnect;
	}

	private static Object call(EventListener listener, Event event) throws Exception {
		listener.onEvent(event);
		return EventHandler.NO_ANSWER;
	}

	private static EventHandler handler(EventListener listener) {
		EventHandler handler = (received) -> call(listener, received);
		return listener.isConcurrent() ? EventHandler.concurrent(handler) : handler;
	}

	private static RegisteredHandler both(RegisteredHandler first, RegisteredHandler second) {
		return new RegisteredHandler(first.name(), both(first.handler(), second.handler()));
	}

	private static EventHandler both(EventHandler first, EventHandler second) {
		EventHandler both = (event) -> {
			first.handle(event);
			return second.handle(event);
		};
		return (first.isConcurrent() && second.isConcurrent()) ? EventHandler.concurrent(both) : both;
	}

}
