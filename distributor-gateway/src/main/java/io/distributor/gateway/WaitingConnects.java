package io.distributor.gateway;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The clients that wait for a backend to come. May be used from any thread.
 */
final class WaitingConnects {

	private final Set<ConnectAttempt> attempts = Collections.synchronizedSet(new LinkedHashSet<>());

	private final int limit;

	private final AtomicInteger count;

	WaitingConnects(int limit, AtomicInteger count) {
		this.limit = limit;
		this.count = count;
	}

	/**
	 * Lets a client wait.
	 * @param attempt the client
	 * @return {@code false} if too many wait already
	 */
	boolean add(ConnectAttempt attempt) {
		if (this.attempts.contains(attempt)) {
			return true;
		}
		if (this.count.incrementAndGet() > this.limit) {
			this.count.decrementAndGet();
			return false;
		}
		this.attempts.add(attempt);
		return true;
	}

	void remove(ConnectAttempt attempt) {
		if (this.attempts.remove(attempt)) {
			this.count.decrementAndGet();
		}
	}

	/**
	 * Something changed: all look for a home again, who came first before the others.
	 */
	void wakeAll() {
		List<ConnectAttempt> waiting;
		synchronized (this.attempts) {
			waiting = List.copyOf(this.attempts);
		}
		waiting.forEach(ConnectAttempt::wake);
	}

}
