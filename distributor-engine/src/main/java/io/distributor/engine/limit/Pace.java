package io.distributor.engine.limit;

import java.util.concurrent.TimeUnit;

/**
 * How fast something may come: a token bucket, which takes a single number to remember,
 * the time at which it will be full again (generic cell rate algorithm). Immutable.
 *
 * @param perSecond how many come in a second in the long run, positive
 * @param burst how many may come at once after a rest, positive
 */
public record Pace(int perSecond, int burst) {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	public Pace {
		if (perSecond <= 0 || burst <= 0) {
			throw new IllegalArgumentException(
					"perSecond: " + perSecond + ", burst: " + burst + " (expected: both > 0)");
		}
	}

	/**
	 * Takes one token, also if there is none.
	 * @param fullAt when the bucket is full, in {@link System#nanoTime()}; any past time
	 * for a full one
	 * @param now the present time
	 * @return when the bucket is full after that, to be remembered
	 */
	public long take(long fullAt, long now) {
		return take(1, fullAt, now);
	}

	/**
	 * Takes tokens, also if there are fewer.
	 * @param tokens how many, not negative
	 * @param fullAt when the bucket is full, in {@link System#nanoTime()}; any past time
	 * for a full one
	 * @param now the present time
	 * @return when the bucket is full after that, to be remembered
	 */
	public long take(int tokens, long fullAt, long now) {
		long from = (fullAt - now > 0) ? fullAt : now;
		return from + nanos(tokens);
	}

	/**
	 * Returns how much too early the last tokens were taken.
	 * @param fullAt when the bucket is full, in {@link System#nanoTime()}
	 * @param now the present time
	 * @return nanoseconds until the bucket is empty and owes nothing; not positive if
	 * they were there
	 */
	public long excess(long fullAt, long now) {
		return fullAt - now - burstNanos();
	}

	/**
	 * Returns how long it takes to fill the bucket.
	 * @return nanoseconds
	 */
	public long burstNanos() {
		return nanos(this.burst);
	}

	private long nanos(int tokens) {
		return tokens * SECOND / this.perSecond;
	}

}
