package io.distributor.backend.namespace;

import java.util.List;
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

	private final EventHandlers events = new EventHandlers();

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
		this.events.add(event, handler);
	}

	void addEventPattern(String pattern, EventHandler handler) {
		this.events.addPattern(pattern, handler);
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

	@Nullable RegisteredHandler event(String event) {
		return this.events.find(event);
	}

	List<DisconnectListener> disconnect() {
		return this.disconnect;
	}

}
