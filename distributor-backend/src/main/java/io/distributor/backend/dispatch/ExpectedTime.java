package io.distributor.backend.dispatch;

/**
 * How long the next task is expected to take: the average of the last ones, in which one
 * that took far longer than expected counts for little. On processors with too much to do
 * a quick handler now and then takes as long as its thread has lost its processor, and
 * other threads that are woken for that would only take processors from more of them. A
 * load that has become slow is known after some ten tasks.
 * <p>
 * Guarded by who holds it.
 */
final class ExpectedTime {

	/** The least that is expected, from where it grows again. */
	static final long SHORTEST_NANOS = 1_000;

	/** What a task counts for at most. */
	static final long LONGEST_NANOS = 10_000_000;

	/** How many times the expected a task counts for at most. */
	private static final int OUTLIER = 8;

	/** Share of the last task is one of this. */
	private static final int WEIGHT = 16;

	private long nanos;

	/**
	 * Creates the expectation.
	 * @param nanos what is expected before anything was learned
	 */
	ExpectedTime(long nanos) {
		this.nanos = nanos;
	}

	/** Returns what is expected, in nanoseconds. */
	long nanos() {
		return this.nanos;
	}

	/** Learns how long a task took, in nanoseconds. */
	void learn(long taken) {
		long counted = Math.min(taken, Math.min(LONGEST_NANOS, OUTLIER * this.nanos));
		this.nanos = Math.max(SHORTEST_NANOS, this.nanos + (counted - this.nanos) / WEIGHT);
	}

}
