package io.distributor.backend.namespace;

import java.util.concurrent.atomic.AtomicBoolean;

import io.distributor.backend.statistics.BackendCounters;
import io.distributor.backend.statistics.BackendLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many sockets this instance takes, in all namespaces. Clients that are connected
 * already are taken beyond that: to refuse them would be to disconnect them. May be used
 * from any thread.
 */
public final class SocketSlots {

	private static final Logger logger = LoggerFactory.getLogger(SocketSlots.class);

	private final int limit;

	private final BackendCounters counters;

	private final AtomicBoolean full = new AtomicBoolean();

	private final AtomicBoolean over = new AtomicBoolean();

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

	/**
	 * Returns the number of sockets.
	 * @return the number
	 */
	public int size() {
		return this.counters.sockets.get();
	}

	/**
	 * Returns whether no socket is left.
	 * @return whether there is none; once closed, there never is one again
	 */
	public boolean isEmpty() {
		return size() == 0;
	}

	/**
	 * Takes a slot, if there is one.
	 */
	SlotOutcome acquire() {
		int sockets = this.counters.sockets.incrementAndGet();
		// Counted first: who closes and then finds no socket gets none later.
		if (this.closed) {
			release();
			return SlotOutcome.CLOSED;
		}
		if (sockets > this.limit) {
			release();
			this.counters.reach(BackendLimit.SOCKETS);
			if (this.full.compareAndSet(false, true)) {
				logger.warn("This instance has {} sockets and refuses more: start another or raise the limit",
						this.limit);
			}
			return SlotOutcome.FULL;
		}
		this.full.setPlain(false);
		return SlotOutcome.TAKEN;
	}

	/**
	 * Takes a slot also beyond the limit, for a client that is connected already.
	 * @return {@code false} if no sockets are taken any more
	 */
	boolean acquireAnyway() {
		int sockets = this.counters.sockets.incrementAndGet();
		if (this.closed) {
			release();
			return false;
		}
		if (sockets > this.limit && this.over.compareAndSet(false, true)) {
			logger.warn("This instance adopts more than {} sockets: start another or raise the limit", this.limit);
		}
		return true;
	}

	void release() {
		this.counters.sockets.decrementAndGet();
	}

}
