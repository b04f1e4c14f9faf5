package io.distributor.link.protocol;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what happens on a link. May be used from any thread.
 */
public final class LinkCounters {

	private final LongAdder[] adders = new LongAdder[Count.values().length];

	private final HeartbeatEcho echo = new HeartbeatEcho();

	/**
	 * Creates counters that stand at zero.
	 */
	public LinkCounters() {
		for (int i = 0; i < this.adders.length; i++) {
			this.adders[i] = new LongAdder();
		}
	}

	/**
	 * Adds one.
	 * @param count what happened
	 */
	public void increment(Count count) {
		this.adders[count.ordinal()].increment();
	}

	/**
	 * Adds a number.
	 * @param count what happened
	 * @param times how often
	 */
	public void add(Count count, long times) {
		this.adders[count.ordinal()].add(times);
	}

	/**
	 * Returns how often something happened.
	 * @param count what
	 * @return how often
	 */
	public long get(Count count) {
		return this.adders[count.ordinal()].sum();
	}

	/**
	 * Returns how long heartbeats are on their way.
	 * @return the measure
	 */
	public HeartbeatEcho echo() {
		return this.echo;
	}

	/**
	 * What is counted; see the methods of {@link io.distributor.link.LinkStatistics}.
	 */
	public enum Count {

		/** Frames published. */
		FRAMES_OUT,

		/** Frames received. */
		FRAMES_IN,

		/** Messages sent. */
		MESSAGES_OUT,

		/** Messages handed to the listener. */
		MESSAGES_IN,

		/** Entries sent again. */
		RESENT,

		/** Entries received again. */
		DUPLICATES,

		/** Gaps that had to be asked for. */
		GAPS,

		/** Frames dropped because too much was held. */
		HELD_DROPPED,

		/** Droppable messages dropped. */
		VOLATILE_DROPPED,

		/** Messages not taken. */
		REFUSED,

		/** Messages to nodes that are not there. */
		UNDELIVERABLE,

		/** Frames and entries that could not be read. */
		UNREADABLE,

		/** Frames without a valid signature, or of more nodes than are heard. */
		REJECTED,

		/** Nodes taken for dead because they acknowledged nothing. */
		STALLED,

		/** New ids taken because others took the old one for dead. */
		IDENTITY_RESTARTS,

		/** Outages. */
		OUTAGES

	}

}
