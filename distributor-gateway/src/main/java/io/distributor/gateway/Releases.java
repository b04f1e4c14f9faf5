package io.distributor.gateway;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.distributor.link.presence.NodeId;

/**
 * Counts for each live backend how many sockets it released. May be used from any thread.
 */
final class Releases {

	private final ConcurrentMap<NodeId, AtomicInteger> sockets = new ConcurrentHashMap<>();

	/**
	 * A backend released a socket.
	 */
	void count(NodeId backend) {
		this.sockets.computeIfAbsent(backend, (id) -> new AtomicInteger()).incrementAndGet();
	}

	/**
	 * Returns how many sockets a backend released, and forgets it.
	 */
	int take(NodeId backend) {
		AtomicInteger count = this.sockets.remove(backend);
		return (count != null) ? count.get() : 0;
	}

}
