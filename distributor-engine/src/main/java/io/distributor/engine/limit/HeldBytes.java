package io.distributor.engine.limit;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what clients have begun to send and not completed, of all clients together: each
 * of many could have a message of the largest size on its way. May be used from any
 * thread.
 */
public final class HeldBytes {

	/** Less than that of one client is not counted, and never refused. */
	private static final int SMALL = 16 * 1024;

	private final long max;

	private final LimitCounters counters;

	private final AtomicLong held = new AtomicLong();

	/**
	 * Creates a count that stands at zero.
	 * @param max bytes of all clients together
	 * @param counters counts who is refused
	 */
	public HeldBytes(long max, LimitCounters counters) {
		this.max = max;
		this.counters = counters;
	}

	/**
	 * Returns what is held.
	 * @return bytes
	 */
	public long get() {
		return this.held.get();
	}

	/**
	 * Returns the share of one more client.
	 * @return its share, empty
	 */
	public Share share() {
		return new Share(this);
	}

	private boolean change(long difference) {
		boolean fits = this.held.addAndGet(difference) <= this.max;
		if (!fits && difference > 0) {
			this.counters.count(Limit.INCOMPLETE);
			return false;
		}
		return true;
	}

	/**
	 * What one client has begun to send. To be used by one thread at a time, and to be
	 * emptied in the end.
	 */
	public static final class Share {

		private final HeldBytes all;

		private long counted;

		Share(HeldBytes all) {
			this.all = all;
		}

		/**
		 * Says how much it is now.
		 * @param bytes the size of this share; 0 when all is complete or dropped
		 * @return whether it may go on; if not, it is to be dropped
		 */
		public boolean set(long bytes) {
			long countable = (bytes > SMALL) ? bytes : 0;
			if (countable == this.counted) {
				return true;
			}
			long difference = countable - this.counted;
			this.counted = countable;
			return this.all.change(difference);
		}

	}

}
