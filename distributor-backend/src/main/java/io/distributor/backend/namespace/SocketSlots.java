package io.distributor.backend.namespace;

import java.util.concurrent.atomic.AtomicBoolean;

import io.distributor.backend.statistics.BackendCounters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many sockets this instance takes, in all namespaces. May be used from any thread.
 */
public final class SocketSlots {

	private static final Logger logger = LoggerFactory.getLogger(SocketSlots.class);

	private final int limit;

	private final BackendCounters counters;

	private final AtomicBoolean full = new AtomicBoolean();

	private volatile boolean closed;

	/**
	 * Creates the slots.
	 * @param limit number of sockets
	 * @param counters count the sockets
	 */
	public SocketSlots(int limit, BackendCounters counters) {
		this.limit = limit;
		this.counters = counters;
	}

	/**
	 * Takes no new sockets from now on.
	 */
	public void close() {
		this.closed = true;
	}

	boolean isClosed() {
		return this.closed;
	}

	boolean acquire() {
		if (this.counters.sockets.incrementAndGet() <= this.limit) {
			this.full.setPlain(false);
			return true;
		}
		this.counters.sockets.decrementAndGet();
		if (this.full.compareAndSet(false, true)) {
			logger.warn("This instance has {} sockets and refuses more: start another or raise the limit", this.limit);
		}
		return false;
	}

	void release() {
		this.counters.sockets.decrementAndGet();
	}

}
