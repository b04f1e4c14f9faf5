package io.distributor.engine.transport;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

import io.distributor.engine.limit.Limit;
import io.distributor.engine.limit.LimitCounters;
import io.distributor.engine.protocol.engineio.RequestError;
import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.EngineStatistics;

/**
 * Counts what happens to sessions. May be used from any thread.
 */
public final class EngineCounters implements EngineStatistics {

	private final SessionBounds bounds;

	private final LongAdder opened = new LongAdder();

	private final LongAdder upgraded = new LongAdder();

	private final LongAdder dropped = new LongAdder();

	private final LongAdder[] closed = adders(CloseReason.values().length);

	private final LongAdder[] refused = adders(RequestError.values().length);

	/**
	 * Creates counters that stand at zero.
	 * @param bounds what the sessions share
	 */
	public EngineCounters(SessionBounds bounds) {
		this.bounds = bounds;
	}

	private static LongAdder[] adders(int length) {
		LongAdder[] adders = new LongAdder[length];
		Arrays.setAll(adders, (index) -> new LongAdder());
		return adders;
	}

	/**
	 * Returns the counts of limits.
	 * @return the counts, to be added to
	 */
	public LimitCounters limits() {
		return this.bounds.counters();
	}

	SessionBounds bounds() {
		return this.bounds;
	}

	void sessionOpened() {
		this.opened.increment();
	}

	void sessionUpgraded() {
		this.upgraded.increment();
	}

	void sessionClosed(CloseReason reason) {
		this.closed[reason.ordinal()].increment();
	}

	void messageDropped() {
		limits().count(Limit.OUTBOUND_DROPPED);
		this.dropped.increment();
	}

	/**
	 * A request was refused.
	 * @param error why
	 */
	public void requestRefused(RequestError error) {
		this.refused[error.ordinal()].increment();
	}

	@Override
	public long openSessions() {
		long closedSessions = 0;
		for (LongAdder adder : this.closed) {
			closedSessions += adder.sum();
		}
		return Math.max(this.opened.sum() - closedSessions, 0);
	}

	@Override
	public long openedSessions() {
		return this.opened.sum();
	}

	@Override
	public long upgradedSessions() {
		return this.upgraded.sum();
	}

	@Override
	public long closedSessions(CloseReason reason) {
		return this.closed[reason.ordinal()].sum();
	}

	@Override
	public long refusedRequests(RequestError error) {
		return this.refused[error.ordinal()].sum();
	}

	@Override
	public long reached(Limit limit) {
		return limits().get(limit);
	}

	@Override
	public int halfOpenSessions() {
		return this.bounds.places().halfOpen();
	}

	@Override
	public int maxHalfOpenSessions() {
		return this.bounds.places().maxHalfOpen();
	}

	@Override
	public long unreadBytes() {
		return this.bounds.backlog().bytes();
	}

	@Override
	public long maxUnreadBytes() {
		return this.bounds.backlog().max();
	}

	@Override
	public long droppedMessages() {
		return this.dropped.sum();
	}

}
