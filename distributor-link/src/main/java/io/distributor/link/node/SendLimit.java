package io.distributor.link.node;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import io.distributor.link.LinkOptions;
import io.distributor.link.LinkOverloadedException;
import io.distributor.link.protocol.LinkCounters;
import io.distributor.link.protocol.LinkCounters.Count;

/**
 * Decides whether a message is taken: what waits for the writer and what waits for
 * acknowledgements of its receivers are bounded. Many threads ask; the writer tells what
 * it has freed.
 */
final class SendLimit {

	private final LinkOptions options;

	private final LinkCounters counters;

	private final AtomicLong queuedBytes = new AtomicLong();

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition freed = this.lock.newCondition();

	private volatile int waiting;

	SendLimit(LinkOptions options, LinkCounters counters) {
		this.options = options;
		this.counters = counters;
	}

	long queuedBytes() {
		return this.queuedBytes.get();
	}

	/**
	 * Takes room for a message that may be dropped; it gets only half of the queue, and
	 * none while the link is down.
	 * @return whether there is room
	 */
	boolean tryTakeDroppable(int bytes, boolean up) {
		if (!up || this.queuedBytes.get() > this.options.queueBytes() / 2) {
			this.counters.increment(Count.VOLATILE_DROPPED);
			return false;
		}
		this.queuedBytes.addAndGet(bytes);
		return true;
	}

	/**
	 * Takes room for a message that may not be dropped, if there is any.
	 * @return whether there is room
	 */
	boolean tryTake(int bytes, long loggedBytes) {
		if (!hasRoom(loggedBytes)) {
			return false;
		}
		this.queuedBytes.addAndGet(bytes);
		return true;
	}

	/**
	 * Takes room for a message that may not be dropped, waiting for it if allowed.
	 * @param bytes its size
	 * @param loggedBytes tells what is kept for its receivers
	 * @param mayWait whether the caller may wait for room
	 * @throws LinkOverloadedException if there is none
	 */
	void take(int bytes, LongSupplier loggedBytes, boolean mayWait) {
		if (!hasRoom(loggedBytes.getAsLong()) && !(mayWait && awaitRoom(loggedBytes))) {
			this.counters.increment(Count.REFUSED);
			throw new LinkOverloadedException("Too much waits on the link: " + this.queuedBytes.get()
					+ " bytes for the writer (limit: " + this.options.queueBytes() + "), " + loggedBytes.getAsLong()
					+ " bytes for acknowledgement (limit: " + this.options.logBytes()
					+ "). Send less, or raise the limits of the link if receivers are healthy.");
		}
		this.queuedBytes.addAndGet(bytes);
	}

	private boolean hasRoom(long loggedBytes) {
		return this.queuedBytes.get() < this.options.queueBytes() && loggedBytes < this.options.logBytes();
	}

	private boolean awaitRoom(LongSupplier loggedBytes) {
		long left = this.options.sendTimeout().toNanos();
		this.lock.lock();
		this.waiting++;
		try {
			while (!hasRoom(loggedBytes.getAsLong())) {
				if (left <= 0) {
					return false;
				}
				left = this.freed.awaitNanos(left);
			}
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		finally {
			this.waiting--;
			this.lock.unlock();
		}
	}

	/** Called by the writer. */
	void free(long bytes) {
		this.queuedBytes.addAndGet(-bytes);
		if (this.waiting > 0) {
			this.lock.lock();
			try {
				this.freed.signalAll();
			}
			finally {
				this.lock.unlock();
			}
		}
	}

}
