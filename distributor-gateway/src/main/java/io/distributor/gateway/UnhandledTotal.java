package io.distributor.gateway;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

import io.netty.util.concurrent.EventExecutor;

/**
 * The memory that the unhandled events of all sockets take. May be used from any thread.
 * <p>
 * Each event loop counts for itself and adds to the sum when its own count has changed by
 * a small part of the limit: an event must not cost a write to what all loops share.
 */
final class UnhandledTotal {

	private static final long LARGEST_STEP = 64 * 1024;

	private static final long SMALLEST_PART = 1024;

	private final long limit;

	private final long step;

	private final AtomicLong bytes = new AtomicLong();

	private final ConcurrentMap<EventExecutor, Share> shares = new ConcurrentHashMap<>();

	/** In the order in which they were stopped. */
	private final Set<Runnable> stopped = Collections.synchronizedSet(new LinkedHashSet<>());

	private volatile boolean exceeded;

	/**
	 * Creates a total of 0.
	 * @param limit how many bytes may be unhandled
	 */
	UnhandledTotal(long limit) {
		this.limit = limit;
		this.step = Math.max(1, Math.min(LARGEST_STEP, limit / SMALLEST_PART));
	}

	/**
	 * Returns the count of an event loop, to be used on that loop only.
	 */
	Share share(EventExecutor executor) {
		return this.shares.computeIfAbsent(executor, (key) -> new Share());
	}

	long bytes() {
		return this.bytes.get();
	}

	/**
	 * Returns whether the limit was exceeded, and three quarters of it still are.
	 */
	boolean isExceeded() {
		return this.exceeded;
	}

	/**
	 * Has something done when the limit is not exceeded any more, at once if it is not
	 * now.
	 * @param resume what to do; called from any thread
	 */
	void onRelief(Runnable resume) {
		this.stopped.add(resume);
		if (!this.exceeded) {
			relieve();
		}
	}

	/**
	 * Takes back {@link #onRelief}.
	 */
	void remove(Runnable resume) {
		this.stopped.remove(resume);
	}

	private void relieve() {
		List<Runnable> relieved;
		synchronized (this.stopped) {
			relieved = List.copyOf(this.stopped);
			this.stopped.clear();
		}
		relieved.forEach(Runnable::run);
	}

	private void add(long change) {
		if (judge(change)) {
			relieve();
		}
	}

	/** Synchronized, so that nobody acts on a sum of the past. */
	private synchronized boolean judge(long change) {
		long now = this.bytes.addAndGet(change);
		if (now > this.limit) {
			this.exceeded = true;
		}
		else if (this.exceeded && now <= this.limit / 4 * 3) {
			this.exceeded = false;
			return true;
		}
		return false;
	}

	/**
	 * What is counted on one event loop.
	 */
	final class Share {

		private long unreported;

		private Share() {
		}

		void add(long change) {
			this.unreported += change;
			if (this.unreported >= UnhandledTotal.this.step || this.unreported <= -UnhandledTotal.this.step) {
				UnhandledTotal.this.add(this.unreported);
				this.unreported = 0;
			}
		}

		boolean isExceeded() {
			return UnhandledTotal.this.exceeded;
		}

	}

}
