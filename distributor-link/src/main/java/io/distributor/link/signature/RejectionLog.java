package io.distributor.link.signature;

import java.util.concurrent.TimeUnit;

import io.distributor.link.protocol.LinkCounters;
import io.distributor.link.protocol.LinkCounters.Count;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts frames that are not believed, and warns of them in one line a minute at most.
 */
final class RejectionLog {

	private static final Logger logger = LoggerFactory.getLogger(SignedLinkPort.class);

	private static final long INTERVAL = TimeUnit.MINUTES.toNanos(1);

	private final LinkCounters counters;

	private boolean warned;

	private long warnedAt;

	RejectionLog(LinkCounters counters) {
		this.counters = counters;
	}

	void unsigned(String channel) {
		reject(channel, "is not signed with a secret of this fleet. A node without the secret, another fleet with the"
				+ " same prefix, or somebody forges frames");
	}

	void stale(String channel) {
		reject(channel,
				"is signed, but too old or heard before. The clocks of nodes differ, or somebody repeats frames");
	}

	private void reject(String channel, String why) {
		this.counters.increment(Count.REJECTED);
		long now = System.nanoTime();
		if (!this.warned || now - this.warnedAt >= INTERVAL) {
			this.warned = true;
			this.warnedAt = now;
			logger.warn("Dropped a frame on {}: it {} ({} dropped so far; one line a minute)", channel, why,
					this.counters.get(Count.REJECTED));
		}
	}

}
