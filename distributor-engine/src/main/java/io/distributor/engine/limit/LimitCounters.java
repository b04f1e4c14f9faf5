package io.distributor.engine.limit;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts how often each limit was reached. May be used from any thread.
 */
public final class LimitCounters {

	private final LongAdder[] counts = new LongAdder[Limit.values().length];

	/**
	 * Creates counters that stand at zero.
	 */
	public LimitCounters() {
		Arrays.setAll(this.counts, (index) -> new LongAdder());
	}

	/**
	 * Counts one more.
	 * @param limit the limit that was reached
	 */
	public void count(Limit limit) {
		this.counts[limit.ordinal()].increment();
	}

	/**
	 * Counts more.
	 * @param limit the limit that was reached
	 * @param times how often
	 */
	public void count(Limit limit, long times) {
		this.counts[limit.ordinal()].add(times);
	}

	/**
	 * Returns how often a limit was reached.
	 * @param limit the limit
	 * @return how often
	 */
	public long get(Limit limit) {
		return this.counts[limit.ordinal()].sum();
	}

}
