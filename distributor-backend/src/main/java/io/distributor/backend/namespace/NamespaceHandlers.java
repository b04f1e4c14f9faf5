package io.distributor.backend.namespace;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.distributor.backend.AdoptListener;
import io.distributor.backend.ConnectHandler;
import io.distributor.backend.ConnectionListener;
import io.distributor.backend.DisconnectListener;
import io.distributor.backend.EventHandler;
import io.distributor.backend.ReleaseListener;
import org.jspecify.annotations.Nullable;

/**
 * What an application registered on a namespace. May be used from any thread.
 */
final class NamespaceHandlers {

	private final List<ConnectHandler> connect = new CopyOnWriteArrayList<>();

	private final List<ConnectionListener> connection = new CopyOnWriteArrayList<>();

	private final List<AdoptListener> adopt = new CopyOnWriteArrayList<>();

	private final List<ReleaseListener> release = new CopyOnWriteArrayList<>();

	private final Map<String, EventHandler> events = new ConcurrentHashMap<>();

	private final List<DisconnectListener> disconnect = new CopyOnWriteArrayList<>();

	void addConnect(ConnectHandler handler) {
		this.connect.add(handler);
	}

	void addConnection(ConnectionListener listener) {
		this.connection.add(listener);
	}

	void addAdopt(AdoptListener listener) {
		this.adopt.add(listener);
	}

	void addRelease(ReleaseListener listener) {
		this.release.add(listener);
	}

	void addEvent(String event, EventHandler handler) {
		EventNames.requireFree(event);
		if (this.events.putIfAbsent(event, handler) != null) {
			throw new IllegalArgumentException("event: " + event + " (expected: one that has no handler yet)");
		}
	}

	void addDisconnect(DisconnectListener listener) {
		this.disconnect.add(listener);
	}

	List<ConnectHandler> connect() {
		return this.connect;
	}

	List<ConnectionListener> connection() {
		return this.connection;
	}

	List<AdoptListener> adopt() {
		return this.adopt;
	}

	List<ReleaseListener> release() {
		return this.release;
	}

	@Nullable EventHandler event(String event) {
		return this.events.get(event);
	}

	List<DisconnectListener> disconnect() {
		return this.disconnect;
	}

}
