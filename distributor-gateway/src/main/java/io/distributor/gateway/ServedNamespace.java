package io.distributor.gateway;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.jspecify.annotations.Nullable;

import io.distributor.engine.namespace.Namespace;

/**
 * A namespace of which this distributor holds sockets, be they connected or connecting.
 */
final class ServedNamespace {

	private final Namespace namespace;

	private final ConcurrentMap<String, GatewaySocket> sockets = new ConcurrentHashMap<>();

	/** How many sockets came in all; guarded, as the next, by {@link SocketDirectory}. */
	private long arrivals;

	private int present;

	ServedNamespace(Namespace namespace) {
		this.namespace = namespace;
	}

	Namespace namespace() {
		return this.namespace;
	}

	@Nullable GatewaySocket socket(String id) {
		return this.sockets.get(id);
	}

	Iterable<GatewaySocket> sockets() {
		return this.sockets.values();
	}

	void enter(GatewaySocket socket) {
		this.arrivals++;
		this.present++;
		this.sockets.put(socket.id(), socket);
	}

	void exit(GatewaySocket socket) {
		this.present--;
		this.sockets.remove(socket.id());
	}

	boolean isEmpty() {
		return this.present == 0;
	}

	long arrivals() {
		return this.arrivals;
	}

}
