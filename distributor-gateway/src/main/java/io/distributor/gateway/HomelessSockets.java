package io.distributor.gateway;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.netty.util.concurrent.EventExecutor;

/**
 * The sockets that lost their home and wait for another one. May be used from any thread.
 */
final class HomelessSockets {

	private final Set<Homelessness> sockets = Collections.synchronizedSet(new LinkedHashSet<>());

	private final GatewayCounters counters;

	private final BurstLog closed;

	private final BurstLog forgotten;

	/**
	 * Creates the sockets: none.
	 * @param longest how long one may be without a home
	 * @param counters counts them
	 */
	HomelessSockets(Duration longest, GatewayCounters counters) {
		this.counters = counters;
		this.closed = new BurstLog("Closed the connections of {} sockets that had no backend for too long or with too "
				+ "many events: their clients reconnect, start a backend");
		this.forgotten = new BurstLog("Forgot {} sockets whose clients had left: no backend came for them in "
				+ longest.toSeconds() + " s, so nobody handled their last events and their disconnect");
	}

	void add(Homelessness socket) {
		if (this.sockets.add(socket)) {
			this.counters.homelessSockets.incrementAndGet();
		}
	}

	void remove(Homelessness socket) {
		if (this.sockets.remove(socket)) {
			this.counters.homelessSockets.decrementAndGet();
		}
	}

	/**
	 * Something changed: all look for a home again, who came first before the others.
	 */
	void wakeAll() {
		List<Homelessness> waiting;
		synchronized (this.sockets) {
			waiting = List.copyOf(this.sockets);
		}
		waiting.forEach(Homelessness::wake);
	}

	void countClosed(HomelessLimit limit, EventExecutor executor) {
		this.counters.closedHomeless(limit).increment();
		this.closed.count(executor);
	}

	void countForgotten(EventExecutor executor) {
		this.counters.forgottenSockets.increment();
		this.forgotten.count(executor);
	}

}
