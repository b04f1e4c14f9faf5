package io.distributor.gateway;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sockets that lost their home and wait for another one. May be used from any thread.
 */
final class HomelessSockets {

	private final Set<SocketHomes> sockets = ConcurrentHashMap.newKeySet();

	private final GatewayCounters counters;

	HomelessSockets(GatewayCounters counters) {
		this.counters = counters;
	}

	void add(SocketHomes socket) {
		if (this.sockets.add(socket)) {
			this.counters.homelessSockets.incrementAndGet();
		}
	}

	void remove(SocketHomes socket) {
		if (this.sockets.remove(socket)) {
			this.counters.homelessSockets.decrementAndGet();
		}
	}

	/**
	 * Something changed: all look for a home again.
	 */
	void wakeAll() {
		this.sockets.forEach(SocketHomes::wake);
	}

}
