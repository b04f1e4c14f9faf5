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
 * The one timer of an event loop: looks after all its deadlines, and sleeps while there
 * is none. To be used on that loop only, apart from the constructor.
 */
public final class LoopTimer {

	private static final Logger logger = LoggerFactory.getLogger(LoopTimer.class);

	private static final long MAX_TICK = TimeUnit.MILLISECONDS.toNanos(500);

	private static final long MIN_TICK = TimeUnit.MILLISECONDS.toNanos(1);

	private static final int TICKS_IN_SHORTEST_DEADLINE = 20;

	private final EventExecutor executor;

	private final List<DeadlineQueue> queues = new ArrayList<>();

	private long tick = MAX_TICK;

	private @Nullable ScheduledFuture<?> ticking;

	/**
	 * Creates a timer.
	 * @param executor event loop of the timer
	 */
	public LoopTimer(EventExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Adds a queue. To be called before the timer is used.
	 * @param duration how far away the deadlines of this queue are, positive; they expire
	 * up to a twentieth of it or half a second late
	 * @return the queue
	 */
	public DeadlineQueue queue(Duration duration) {
		long nanos = duration.toNanos();
		DeadlineQueue queue = new DeadlineQueue(this, nanos);
		this.queues.add(queue);
		this.tick = Math.max(Math.min(this.tick, nanos / TICKS_IN_SHORTEST_DEADLINE), MIN_TICK);
		return queue;
	}

	void start() {
		if (this.ticking == null) {
			this.ticking = this.executor.scheduleWithFixedDelay(this::tick, this.tick, this.tick, TimeUnit.NANOSECONDS);
		}
	}

	private void tick() {
		long now = System.nanoTime();
		boolean empty = true;
		for (DeadlineQueue queue : this.queues) {
			expire(queue, now);
			empty &= queue.isEmpty();
		}
		if (empty && this.ticking != null) {
			this.ticking.cancel(false);
			this.ticking = null;
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
