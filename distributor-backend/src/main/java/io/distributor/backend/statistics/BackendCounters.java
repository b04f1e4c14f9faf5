package io.distributor.backend.statistics;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts. May be used from any thread.
 */
public final class BackendCounters implements BackendStatistics {

	/** Sockets now. */
	public final AtomicInteger sockets = new AtomicInteger();

	/** Namespaces that match patterns and have sockets. */
	public final AtomicInteger dynamicNamespaces = new AtomicInteger();

	/** Sockets accepted. */
	public final LongAdder accepted = new LongAdder();

	/** Sockets refused. */
	public final LongAdder refused = new LongAdder();

	/** Clients that did not say who they are, when they connected or were adopted. */
	public final LongAdder unauthorized = new LongAdder();

	/** Clients of whom nobody could say who they are. */
	public final LongAdder authenticationsFailed = new LongAdder();

	/** Sockets whose authentication has ended. */
	public final LongAdder expired = new LongAdder();

	/** Sockets adopted. */
	public final LongAdder adopted = new LongAdder();

	/** Sockets released. */
	public final LongAdder released = new LongAdder();

	/** Sockets given to other instances without asking this one. */
	public final LongAdder lost = new LongAdder();

	/** Events that wait for their turn. */
	public final LongAdder queued = new LongAdder();

	/** Queues that were full. */
	public final LongAdder overflowed = new LongAdder();

	/** Acknowledgements awaited. */
	public final AtomicInteger acksPending = new AtomicInteger();

	/** Acknowledgements that came. */
	public final LongAdder acksReceived = new LongAdder();

	/** Acknowledgements that did not come in time. */
	public final LongAdder acksTimedOut = new LongAdder();

	/** Bytes of answers kept for broadcasts that are not complete. */
	public final AtomicLong answerBytesHeld = new AtomicLong();

	/** Answers to broadcasts there was no room for. */
	public final LongAdder answersDropped = new LongAdder();

	/** Bytes of fetched sockets kept for fetches that are not complete. */
	public final AtomicLong fetchedBytesHeld = new AtomicLong();

	/** Fetches there was not enough room for. */
	public final LongAdder fetchesTruncated = new LongAdder();

	/** Events of other instances that were dropped because too many waited. */
	public final LongAdder serverSideDropped = new LongAdder();

	/** Requests awaited. */
	public final AtomicInteger requestsPending = new AtomicInteger();

	/** Requests not answered in time. */
	public final LongAdder requestsTimedOut = new LongAdder();

	/** Bytes of reports that wait for a full link. */
	public final AtomicLong reportBytesHeld = new AtomicLong();

	/** Messages a full link did not take at once. */
	public final LongAdder linkOverloads = new LongAdder();

	private final Map<EventOutcome, LongAdder> events = new EnumMap<>(EventOutcome.class);

	private final Map<BackendLimit, LongAdder> limits = new EnumMap<>(BackendLimit.class);

	private final LongAdder handlerNanos = new LongAdder();

	/**
	 * Creates the counters.
	 */
	public BackendCounters() {
		for (EventOutcome outcome : EventOutcome.values()) {
			this.events.put(outcome, new LongAdder());
		}
		for (BackendLimit limit : BackendLimit.values()) {
			this.limits.put(limit, new LongAdder());
		}
	}

	/**
	 * Counts an event.
	 * @param outcome what became of it
	 * @param nanos time its handler took
	 */
	public void countEvent(EventOutcome outcome, long nanos) {
		counter(outcome).increment();
		this.handlerNanos.add(nanos);
	}

	/**
	 * Counts that somebody was refused.
	 * @param limit the limit that was reached
	 */
	public void reach(BackendLimit limit) {
		counter(this.limits, limit).increment();
	}

	private LongAdder counter(EventOutcome outcome) {
		return counter(this.events, outcome);
	}

	private static <K> LongAdder counter(Map<K, LongAdder> counters, K key) {
		LongAdder counter = counters.get(key);
		if (counter == null) {
			throw new IllegalStateException("no counter for " + key);
		}
		return counter;
	}

	@Override
	public long reached(BackendLimit limit) {
		return counter(this.limits, limit).sum();
	}

	@Override
	public int sockets() {
		return this.sockets.get();
	}

	@Override
	public int dynamicNamespaces() {
		return this.dynamicNamespaces.get();
	}

	@Override
	public long socketsAccepted() {
		return this.accepted.sum();
	}

	@Override
	public long socketsRefused() {
		return this.refused.sum();
	}

	@Override
	public long socketsUnauthorized() {
		return this.unauthorized.sum();
	}

	@Override
	public long authenticationsFailed() {
		return this.authenticationsFailed.sum();
	}

	@Override
	public long socketsExpired() {
		return this.expired.sum();
	}

	@Override
	public long socketsAdopted() {
		return this.adopted.sum();
	}

	@Override
	public long socketsReleased() {
		return this.released.sum();
	}

	@Override
	public long socketsLost() {
		return this.lost.sum();
	}

	@Override
	public long events(EventOutcome outcome) {
		return counter(outcome).sum();
	}

	@Override
	public Duration handlerTime() {
		return Duration.ofNanos(this.handlerNanos.sum());
	}

	@Override
	public int eventsQueued() {
		return this.queued.intValue();
	}

	@Override
	public long queuesOverflowed() {
		return this.overflowed.sum();
	}

	@Override
	public int acksPending() {
		return this.acksPending.get();
	}

	@Override
	public long acksReceived() {
		return this.acksReceived.sum();
	}

	@Override
	public long acksTimedOut() {
		return this.acksTimedOut.sum();
	}

	@Override
	public long answerBytesHeld() {
		return this.answerBytesHeld.get();
	}

	@Override
	public long answersDropped() {
		return this.answersDropped.sum();
	}

	@Override
	public long fetchedBytesHeld() {
		return this.fetchedBytesHeld.get();
	}

	@Override
	public long fetchesTruncated() {
		return this.fetchesTruncated.sum();
	}

	@Override
	public long serverSideDropped() {
		return this.serverSideDropped.sum();
	}

	@Override
	public int requestsPending() {
		return this.requestsPending.get();
	}

	@Override
	public long requestsTimedOut() {
		return this.requestsTimedOut.sum();
	}

	@Override
	public long reportBytesHeld() {
		return this.reportBytesHeld.get();
	}

	@Override
	public long linkOverloads() {
		return this.linkOverloads.sum();
	}

}
