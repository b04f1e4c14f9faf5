package io.distributor.engine.forward;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts forwarded requests. May be used from any thread.
 */
final class ForwardingCounters implements ForwardingStatistics {

	final AtomicInteger underWay = new AtomicInteger();

	final LongAdder forwarded = new LongAdder();

	final LongAdder failed = new LongAdder();

	final LongAdder taken = new LongAdder();

	final LongAdder rejected = new LongAdder();

	@Override
	public int underWay() {
		return this.underWay.get();
	}

	@Override
	public long forwarded() {
		return this.forwarded.sum();
	}

	@Override
	public long failed() {
		return this.failed.sum();
	}

	@Override
	public long taken() {
		return this.taken.sum();
	}

	@Override
	public long rejected() {
		return this.rejected.sum();
	}

}
