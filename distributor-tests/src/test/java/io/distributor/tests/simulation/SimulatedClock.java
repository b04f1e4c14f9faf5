package io.distributor.tests.simulation;

import java.util.PriorityQueue;

import org.jspecify.annotations.Nullable;

/**
 * The time of a simulation, in milliseconds. What is due at the same time is done in the
 * order it was asked for.
 */
final class SimulatedClock {

	private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();

	private long now;

	private long sequence;

	long now() {
		return this.now;
	}

	Alarm after(long delay, Runnable action) {
		Alarm alarm = new Alarm(this.now + Math.max(0, delay), this.sequence++, action);
		this.alarms.add(alarm);
		return alarm;
	}

	void runUntil(long end) {
		Alarm next = this.alarms.peek();
		while (next != null && next.time <= end) {
			this.alarms.remove();
			this.now = next.time;
			next.ring();
			next = this.alarms.peek();
		}
		this.now = end;
	}

	/**
	 * Something to be done at a time.
	 */
	static final class Alarm implements Comparable<Alarm> {

		private final long time;

		private final long sequence;

		private @Nullable Runnable action;

		Alarm(long time, long sequence, Runnable action) {
			this.time = time;
			this.sequence = sequence;
			this.action = action;
		}

		long time() {
			return this.time;
		}

		void cancel() {
			this.action = null;
		}

		private void ring() {
			Runnable due = this.action;
			this.action = null;
			if (due != null) {
				due.run();
			}
		}

		@Override
		public int compareTo(Alarm other) {
			return (this.time != other.time) ? Long.compare(this.time, other.time)
					: Long.compare(this.sequence, other.sequence);
		}

	}

}
