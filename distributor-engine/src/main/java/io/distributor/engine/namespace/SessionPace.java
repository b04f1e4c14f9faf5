package io.distributor.engine.namespace;

import java.util.concurrent.TimeUnit;

import io.distributor.engine.limit.Limit;
import io.distributor.engine.limit.Pace;
import io.distributor.engine.session.CloseReason;

/**
 * Keeps the client of a session at its pace: one that sends events or asks for namespaces
 * too fast is read from more slowly, so that nothing is lost and TCP pushes back; one
 * that does not send the attachments it announced is closed. Lives on the event loop of
 * the session.
 */
final class SessionPace {

	/** A client at its limit is stopped a few times a second, not for each packet. */
	private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

	private static final int PARTS_OF_BURST = 4;

	private final SessionSockets session;

	private final NamespaceOptions options;

	private long connectsFullAt = System.nanoTime();

	private long incompleteSince;

	private boolean incomplete;

	private boolean watching;

	SessionPace(SessionSockets session, NamespaceOptions options) {
		this.session = session;
		this.options = options;
	}

	void onConnect() {
		this.connectsFullAt = take(this.options.connects(), this.connectsFullAt, Limit.NAMESPACE_CONNECTS);
	}

	/**
	 * A socket has sent something.
	 * @param fullAt what was returned the last time
	 * @return what to give the next time
	 */
	long takeEvent(long fullAt) {
		return take(this.options.events(), fullAt, Limit.EVENTS);
	}

	private long take(Pace pace, long fullAt, Limit limit) {
		long now = System.nanoTime();
		long taken = pace.take(fullAt, now);
		long excess = pace.excess(taken, now);
		if (excess > 0) {
			this.session.counters().limits.count(limit);
			this.session.slowDown(Math.max(excess, Math.min(SHORTEST_PAUSE, pace.burstNanos() / PARTS_OF_BURST)));
		}
		return taken;
	}

	void onIncompletePacket() {
		this.incomplete = true;
		this.incompleteSince = System.nanoTime();
		if (!this.watching) {
			watch(this.options.attachmentTimeout().toNanos());
		}
	}

	void onCompletePacket() {
		this.incomplete = false;
	}

	/** One task for many packets. */
	private void watch(long nanos) {
		this.watching = true;
		this.session.executor().schedule(this::check, nanos, TimeUnit.NANOSECONDS);
	}

	private void check() {
		this.watching = false;
		if (!this.incomplete || this.session.isClosed()) {
			return;
		}
		long left = this.incompleteSince + this.options.attachmentTimeout().toNanos() - System.nanoTime();
		if (left > 0 || this.session.isPaused()) {
			watch(Math.max(left, SHORTEST_PAUSE));
			return;
		}
		this.session.counters().limits.count(Limit.ATTACHMENT_TIME);
		this.session.close(CloseReason.PARSE_ERROR, "attachments: not complete in time");
	}

}
