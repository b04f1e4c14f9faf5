package io.distributor.nettysocketio.engine;

import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

import io.distributor.engine.limit.Limit;
import io.distributor.engine.limit.LimitCounters;
import io.distributor.engine.protocol.engineio.RequestError;
import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.EngineStatistics;

/**
 * Counts connections that have asked for a namespace of a backend. Requests are the
 * server's own: none is counted here. May be used from any thread.
 */
final class SessionCounters implements EngineStatistics {

	final LongAdder opened = new LongAdder();

	final LongAdder upgraded = new LongAdder();

	final LongAdder dropped = new LongAdder();

	final LimitCounters limits = new LimitCounters();

	private final LongAdder[] closed = new LongAdder[CloseReason.values().length];

	private final LongSupplier unreadBytes;

	/**
	 * Creates the counters.
	 * @param unreadBytes gives the number of bytes that wait for clients to read them
	 */
	SessionCounters(LongSupplier unreadBytes) {
		this.unreadBytes = unreadBytes;
		Arrays.setAll(this.closed, (index) -> new LongAdder());
	}

	void closed(CloseReason reason) {
		this.closed[reason.ordinal()].increment();
	}

	@Override
	public long openSessions() {
		return Math.max(0, this.opened.sum() - Arrays.stream(this.closed).mapToLong(LongAdder::sum).sum());
	}

	/** A session begins when its client asks for a namespace. */
	@Override
	public int halfOpenSessions() {
		return 0;
	}

	@Override
	public int maxHalfOpenSessions() {
		return Integer.MAX_VALUE;
	}

	@Override
	public long unreadBytes() {
		return this.unreadBytes.getAsLong();
	}

	/** Each client has its bound; all together have none. */
	@Override
	public long maxUnreadBytes() {
		return Long.MAX_VALUE;
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
		return 0;
	}

	@Override
	public long reached(Limit limit) {
		return this.limits.get(limit);
	}

	@Override
	public long droppedMessages() {
		return this.dropped.sum();
	}

}
