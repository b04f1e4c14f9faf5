package io.distributor.engine.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one timer of an event loop: looks after all its deadlines, and sleeps until the
 * next one. Deadlines that are close to each other expire together, so a loop with many
 * sessions wakes up no more often than its grain allows. To be used on that loop only,
 * apart from the constructor.
 */
public final class LoopTimer {

	private static final Logger logger = LoggerFactory.getLogger(LoopTimer.class);

	private static final long MAX_GRAIN = TimeUnit.MILLISECONDS.toNanos(500);

	private static final long MIN_GRAIN = TimeUnit.MILLISECONDS.toNanos(1);

	private static final int GRAINS_IN_SHORTEST_DEADLINE = 100;

	private final EventExecutor executor;

	private final List<DeadlineQueue> queues = new ArrayList<>();

	private final Runnable wake = this::wake;

	private long grain = MAX_GRAIN;

	private @Nullable ScheduledFuture<?> sleep;

	private long wakeTime;

	private long lastWakeTime = System.nanoTime() - MAX_GRAIN;

	/**
	 * Creates a timer.
	 * @param executor event loop of the timer
	 */
	public LoopTimer(EventExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Adds a queue. To be called before the timer is used.
	 * @param duration how far away the deadlines of this queue are, positive; on a quiet
	 * loop they expire in time, on a busy one up to a hundredth of it or half a second
	 * late
	 * @return the queue
	 */
	public DeadlineQueue queue(Duration duration) {
		long nanos = duration.toNanos();
		DeadlineQueue queue = new DeadlineQueue(this, nanos);
		this.queues.add(queue);
		this.grain = Math.max(Math.min(this.grain, nanos / GRAINS_IN_SHORTEST_DEADLINE), MIN_GRAIN);
		return queue;
	}

	/**
	 * Sees to it that this timer wakes up for a deadline.
	 * @param nanoTime when it expires
	 */
	void wakeAt(long nanoTime) {
		if (this.sleep == null) {
			sleepUntil(nanoTime);
		}
		else if (nanoTime - this.wakeTime < 0 && this.wakeTime - this.lastWakeTime > this.grain) {
			this.sleep.cancel(false);
			sleepUntil(nanoTime);
		}
	}

	private void sleepUntil(long nanoTime) {
		long earliest = this.lastWakeTime + this.grain;
		this.wakeTime = (nanoTime - earliest < 0) ? earliest : nanoTime;
		this.sleep = this.executor.schedule(this.wake, Math.max(this.wakeTime - System.nanoTime(), 0),
				TimeUnit.NANOSECONDS);
	}

	private void wake() {
		long now = System.nanoTime();
		this.lastWakeTime = now;
		for (DeadlineQueue queue : this.queues) {
			expire(queue, now);
		}
		this.sleep = null;
		for (DeadlineQueue queue : this.queues) {
			Deadline next = queue.next();
			if (next != null) {
				wakeAt(next.nanoTime);
			}
		}
	}

	private static void expire(DeadlineQueue queue, long now) {
		try {
			queue.expire(now);
		}
		catch (RuntimeException ex) {
			logger.error("A deadline could not be handled", ex);
		}
	}

}
