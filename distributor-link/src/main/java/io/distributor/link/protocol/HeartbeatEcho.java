package io.distributor.link.protocol;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Measures the way of a node's own heartbeats: from publishing one until it is heard, as
 * every other node hears it. One at a time; a heartbeat that is lost counts until the
 * next one is heard, unless the port was cut off meanwhile. May be used from any thread.
 */
public final class HeartbeatEcho {

	private static final long NONE = 0;

	private final LongAdder count = new LongAdder();

	private final LongAdder nanos = new LongAdder();

	private volatile long sentAt = NONE;

	void sent() {
		if (this.sentAt == NONE) {
			long now = System.nanoTime();
			this.sentAt = (now != NONE) ? now : 1;
		}
	}

	void heard() {
		long sentAt = this.sentAt;
		if (sentAt != NONE) {
			this.sentAt = NONE;
			this.nanos.add(System.nanoTime() - sentAt);
			this.count.increment();
		}
	}

	void forget() {
		this.sentAt = NONE;
	}

	/**
	 * Returns how many heartbeats were measured.
	 * @return their number
	 */
	public long count() {
		return this.count.sum();
	}

	/**
	 * Returns the time they took, all together.
	 * @param unit unit of the result
	 * @return the time
	 */
	public long total(TimeUnit unit) {
		return unit.convert(this.nanos.sum(), TimeUnit.NANOSECONDS);
	}

}
