package io.distributor.engine.transport;

import java.util.concurrent.TimeUnit;

/**
 * How fast the compressed messages of a client may become larger ones, which costs an
 * event loop more than the client: a token bucket for the bytes of a second, as
 * {@link io.distributor.engine.limit.Pace} is one for single things. To be used on the
 * event loop of the session only.
 */
final class InflationPace {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	private final int perSecond;

	private long fullAt = System.nanoTime();

	InflationPace(int perSecond) {
		this.perSecond = perSecond;
	}

	/**
	 * Takes what a message became, also if it is more than there is.
	 * @param bytes its bytes
	 * @param now the present time, in {@link System#nanoTime()}
	 * @return nanoseconds until nothing is owed; not positive if enough was there
	 */
	long take(int bytes, long now) {
		long from = (this.fullAt - now > 0) ? this.fullAt : now;
		this.fullAt = from + bytes * SECOND / this.perSecond;
		return this.fullAt - now - SECOND;
	}

}
