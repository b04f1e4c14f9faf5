package io.distributor.link.node;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.distributor.link.LinkStatistics;
import io.distributor.link.protocol.Audiences;
import io.distributor.link.protocol.LinkCounters;
import io.distributor.link.protocol.LinkCounters.Count;
import org.jspecify.annotations.Nullable;

/**
 * Reads the counts of a link.
 */
record LinkNodeStatistics(LinkCounters counters, SendLimit limit, Audiences audiences,
		OutageLog outageLog) implements LinkStatistics {

	@Override
	public long framesOut() {
		return this.counters.get(Count.FRAMES_OUT);
	}

	@Override
	public long framesIn() {
		return this.counters.get(Count.FRAMES_IN);
	}

	@Override
	public long messagesOut() {
		return this.counters.get(Count.MESSAGES_OUT);
	}

	@Override
	public long messagesIn() {
		return this.counters.get(Count.MESSAGES_IN);
	}

	@Override
	public long resent() {
		return this.counters.get(Count.RESENT);
	}

	@Override
	public long duplicates() {
		return this.counters.get(Count.DUPLICATES);
	}

	@Override
	public long gaps() {
		return this.counters.get(Count.GAPS);
	}

	@Override
	public long heldDropped() {
		return this.counters.get(Count.HELD_DROPPED);
	}

	@Override
	public long volatileDropped() {
		return this.counters.get(Count.VOLATILE_DROPPED);
	}

	@Override
	public long refused() {
		return this.counters.get(Count.REFUSED);
	}

	@Override
	public long undeliverable() {
		return this.counters.get(Count.UNDELIVERABLE);
	}

	@Override
	public long unreadable() {
		return this.counters.get(Count.UNREADABLE);
	}

	@Override
	public long rejected() {
		return this.counters.get(Count.REJECTED);
	}

	@Override
	public long stalled() {
		return this.counters.get(Count.STALLED);
	}

	@Override
	public long identityRestarts() {
		return this.counters.get(Count.IDENTITY_RESTARTS);
	}

	@Override
	public long outages() {
		return this.counters.get(Count.OUTAGES);
	}

	@Override
	public long heartbeatsHeard() {
		return this.counters.echo().count();
	}

	@Override
	public Duration heartbeatTime() {
		return Duration.ofNanos(this.counters.echo().total(TimeUnit.NANOSECONDS));
	}

	@Override
	public long queueBytes() {
		return this.limit.queuedBytes();
	}

	@Override
	public long logBytes() {
		return this.audiences.loggedBytes();
	}

	@Override
	public Duration lastOutage() {
		return this.outageLog.last();
	}

	@Override
	public Duration outageTime() {
		return this.outageLog.total();
	}

	@Override
	public @Nullable String outageReason() {
		return this.outageLog.reason();
	}

}
