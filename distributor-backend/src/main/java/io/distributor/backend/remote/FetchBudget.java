package io.distributor.backend.remote;

import io.distributor.backend.statistics.BackendCounters;

/**
 * How much what is fetched may take until it is complete. Each fetch lets distributors
 * answer with that much, all together; fetches at the same time share it. May be used
 * from any thread.
 */
public final class FetchBudget {

	private static final int LEAST_SHARE = 1_024;

	private final long limit;

	private final BackendCounters counters;

	/**
	 * Creates the budget, all of it free.
	 * @param limit number of bytes
	 * @param counters count
	 */
	public FetchBudget(long limit, BackendCounters counters) {
		this.limit = limit;
		this.counters = counters;
	}

	/**
	 * Returns how much each of some distributors may answer.
	 * @param distributors their number
	 * @return number of bytes
	 */
	public int share(int distributors) {
		return (int) Math.min(Integer.MAX_VALUE, Math.max(LEAST_SHARE, this.limit / Math.max(1, distributors)));
	}

	/**
	 * Takes room for a part of an answer.
	 * @param bytes its size
	 * @return {@code false} if there is none
	 */
	public boolean keep(long bytes) {
		if (this.counters.fetchedBytesHeld.addAndGet(bytes) > this.limit) {
			giveBack(bytes);
			return false;
		}
		return true;
	}

	/**
	 * Gives room back.
	 * @param bytes the size of what was kept
	 */
	public void giveBack(long bytes) {
		this.counters.fetchedBytesHeld.addAndGet(-bytes);
	}

	/**
	 * Counts a fetch that could not keep everything.
	 */
	public void countTruncated() {
		this.counters.fetchesTruncated.increment();
	}

}
