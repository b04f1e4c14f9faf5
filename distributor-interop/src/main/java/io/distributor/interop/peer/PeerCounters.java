package io.distributor.interop.peer;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

import io.distributor.interop.adapter.MalformedMessageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what emitters and other servers say, and warns of what is refused in one line a
 * minute at most. May be used from any thread.
 */
public final class PeerCounters implements PeerStatistics {

	private static final Logger logger = LoggerFactory.getLogger(AdapterReceiver.class);

	private static final long INTERVAL = TimeUnit.MINUTES.toNanos(1);

	final LongAdder broadcasts = new LongAdder();

	final LongAdder requests = new LongAdder();

	final LongAdder own = new LongAdder();

	final LongAdder incompleteAnswers = new LongAdder();

	private final LongAdder refused = new LongAdder();

	private final AtomicLong nextWarning = new AtomicLong(System.nanoTime());

	void refused(String namespace, MalformedMessageException reason) {
		this.refused.increment();
		logger.debug("Refused a message for {}", namespace, reason);
		long now = System.nanoTime();
		long next = this.nextWarning.get();
		if (now - next >= 0 && this.nextWarning.compareAndSet(next, now + INTERVAL)) {
			logger.warn("Refused what an emitter or another server published for {}: {} ({} refused so far;"
					+ " one line a minute)", namespace, reason.getMessage(), refused());
		}
	}

	@Override
	public long broadcasts() {
		return this.broadcasts.sum();
	}

	@Override
	public long requests() {
		return this.requests.sum();
	}

	@Override
	public long own() {
		return this.own.sum();
	}

	@Override
	public long refused() {
		return this.refused.sum();
	}

	@Override
	public long incompleteAnswers() {
		return this.incompleteAnswers.sum();
	}

}
