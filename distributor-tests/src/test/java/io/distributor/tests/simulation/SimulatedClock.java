package io.distributor.tests.simulation;

import java.util.PriorityQueue;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

/**
 * The time of a simulation, in milliseconds. What is due at the same time is done in the
 * order it was asked for.
 * <p>
 * A wheel with a slot for each of the next milliseconds: nearly everything that is asked
 * for is near, and a queue that has to sort it takes most of the time of a simulation.
 */
final class SimulatedClock {

	private static final int SLOTS = 2_048;

	private final @Nullable Alarm[] first = new Alarm[SLOTS];

	private final @Nullable Alarm[] last = new Alarm[SLOTS];

	/** What is too far away for the wheel. */
	private final PriorityQueue<Alarm> far = new PriorityQueue<>();

	private long now;

	private long sequence;

	long now() {
		return this.now;
	}

	Alarm after(long delay, Runnable action) {
		return after(delay, Runnable::run, action);
	}

	/**
	 * Has something done by somebody.
	 * @param delay milliseconds from now
	 * @param executor gets the action when it is due
	 * @param action what to do
	 */
	Alarm after(long delay, Executor executor, Runnable action) {
		Alarm alarm = new Alarm(this.now + Math.max(0, delay), this.sequence++, executor, action);
		if (isNear(alarm)) {
			append(alarm);
		}
		else {
			this.far.add(alarm);
		}
		return alarm;
	}

	private boolean isNear(Alarm alarm) {
		return alarm.time < this.now + SLOTS;
	}

	private void append(Alarm alarm) {
		int slot = slot(alarm.time);
		Alarm before = this.last[slot];
		if (before == null) {
			this.first[slot] = alarm;
		}
		else {
			before.next = alarm;
		}
		this.last[slot] = alarm;
	}

	private static int slot(long time) {
		return (int) (time & SLOTS - 1);
	}

	void runUntil(long end) {
		ring();
		while (this.now < end) {
			this.now++;
			bringNear();
			ring();
		}
	}

	/** Before anything else can be asked for at that time: so the order is kept. */
	private void bringNear() {
		Alarm next = this.far.peek();
		while (next != null && isNear(next)) {
			append(this.far.remove());
			next = this.far.peek();
		}
	}

	private void ring() {
		int slot = slot(this.now);
		Alarm due = this.first[slot];
		while (due != null) {
			due.ring();
			due = due.next;
		}
		this.first[slot] = null;
		this.last[slot] = null;
	}

	/**
	 * Something to be done at a time.
	 */
	static final class Alarm implements Comparable<Alarm> {

		private final long time;

		private final long sequence;

		private final Executor executor;

		private @Nullable Runnable action;

		private @Nullable Alarm next;

		Alarm(long time, long sequence, Executor executor, Runnable action) {
			this.time = time;
			this.sequence = sequence;
			this.executor = executor;
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
				this.executor.execute(due);
			}
		}

		@Override
		public int compareTo(Alarm other) {
			return (this.time != other.time) ? Long.compare(this.time, other.time)
					: Long.compare(this.sequence, other.sequence);
		}

	}

}
