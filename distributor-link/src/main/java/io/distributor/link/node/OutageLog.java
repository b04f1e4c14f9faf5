package io.distributor.link.node;

import java.time.Duration;
import java.util.Locale;

import io.distributor.link.presence.NodeRole;
import io.distributor.link.protocol.LinkCounters;
import io.distributor.link.protocol.LinkCounters.Count;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The times at which the link is cut off: one line when it begins, one when it is over.
 * Told by one thread at a time; may be asked from any.
 */
final class OutageLog {

	private static final Logger logger = LoggerFactory.getLogger(LinkNode.class);

	private final String name;

	private final LinkCounters counters;

	private final LinkClock clock;

	private volatile @Nullable Outage present;

	private volatile Duration last = Duration.ZERO;

	private volatile Duration past = Duration.ZERO;

	OutageLog(NodeRole role, String name, LinkCounters counters, LinkClock clock) {
		this.name = role.name().toLowerCase(Locale.ROOT) + " '" + name + "'";
		this.counters = counters;
		this.clock = clock;
	}

	/** Told again while an outage lasts, it changes the reason only. */
	void down(long now, String reason) {
		Outage before = this.present;
		this.present = new Outage((before != null) ? before.since() : now, reason);
		if (before == null) {
			this.counters.increment(Count.OUTAGES);
			logger.warn("Link of {} is down: {}. Messages wait for its return within their limits.", this.name, reason);
		}
	}

	void up(long now) {
		Outage over = this.present;
		if (over != null) {
			this.present = null;
			this.last = Duration.ofMillis(now - over.since());
			this.past = this.past.plus(this.last);
			logger.warn("Link of {} is up again after {} ms", this.name, this.last.toMillis());
		}
	}

	Duration last() {
		return this.last;
	}

	/** Returns how long the link was cut off in all, now included. */
	Duration total() {
		Outage present = this.present;
		return (present != null) ? this.past.plusMillis(this.clock.millis() - present.since()) : this.past;
	}

	@Nullable String reason() {
		Outage present = this.present;
		return (present != null) ? present.reason() : null;
	}

	private record Outage(long since, String reason) {

	}

}
