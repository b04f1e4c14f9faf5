package io.distributor.link.node;

import java.time.Duration;
import java.util.Locale;

import io.distributor.link.protocol.LinkCounters;
import io.distributor.link.protocol.LinkCounters.Count;
import io.distributor.link.presence.NodeRole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line when the link is cut off, one when it is back. Called by one thread at a time;
 * {@link #last} may be asked from any.
 */
final class OutageLog {

	private static final Logger logger = LoggerFactory.getLogger(LinkNode.class);

	private static final long NONE = -1;

	private final String name;

	private final LinkCounters counters;

	private long since = NONE;

	private volatile Duration last = Duration.ZERO;

	OutageLog(NodeRole role, String name, LinkCounters counters) {
		this.name = role.name().toLowerCase(Locale.ROOT) + " '" + name + "'";
		this.counters = counters;
	}

	void down(long now) {
		if (this.since == NONE) {
			this.since = now;
			this.counters.increment(Count.OUTAGES);
			logger.warn("Link of {} is down. Messages wait for its return within their limits.", this.name);
		}
	}

	void up(long now) {
		if (this.since != NONE) {
			this.last = Duration.ofMillis(now - this.since);
			this.since = NONE;
			logger.warn("Link of {} is up again after {} ms", this.name, this.last.toMillis());
		}
	}

	Duration last() {
		return this.last;
	}

}
