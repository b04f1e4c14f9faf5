package io.distributor.engine.limit;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What waits for clients to read it, of all clients together: each of many could have as
 * much waiting as one may. Every event loop counts a part of its own, so that none waits
 * for another. May be used from any thread.
 * <p>
 * Messages that may be dropped are dropped from three quarters of the bound on; beyond
 * the bound, those clients are given up that have most waiting.
 */
public final class Backlog {

	private final long max;

	private final LimitCounters counters;

	private final List<LoopBacklog> parts = new CopyOnWriteArrayList<>();

	/**
	 * Creates an empty backlog.
	 * @param max bytes of all clients together, positive
	 * @param counters counts who is given up
	 */
	public Backlog(long max, LimitCounters counters) {
		this.max = max;
		this.counters = counters;
	}

	/**
	 * Adds the part of an event loop.
	 * @param eventLoop the only thread that may use the part
	 * @return the part, empty
	 */
	public LoopBacklog add(ScheduledExecutorService eventLoop) {
		LoopBacklog part = new LoopBacklog(this, eventLoop);
		this.parts.add(part);
		return part;
	}

	/**
	 * Returns what waits.
	 * @return bytes, apart from what is too little to be counted
	 */
	public long bytes() {
		long bytes = 0;
		for (LoopBacklog part : this.parts) {
			bytes += part.bytes();
		}
		return bytes;
	}

	/**
	 * Returns the bound of that.
	 * @return bytes
	 */
	public long max() {
		return this.max;
	}

	boolean fits(long more) {
		return bytes() + more <= this.max;
	}

	boolean fitsDroppable(long more) {
		return bytes() + more <= this.max - this.max / 4;
	}

	/** Room that is made at once, so that not each message has to make some. */
	long spare() {
		return this.max / 64;
	}

	String description() {
		return "slow consumer: more than " + this.max + " bytes not read by all clients, and most of them by this one";
	}

	void givenUp() {
		this.counters.count(Limit.OUTBOUND_TOTAL);
	}

	/** Returns the part in which most is waiting. */
	LoopBacklog largest() {
		return this.parts.stream().max(Comparator.comparingLong(LoopBacklog::bytes)).orElseThrow();
	}

}
