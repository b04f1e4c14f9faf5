package io.distributor.backend.instance;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.distributor.backend.namespace.SocketSlots;
import io.distributor.backend.remote.Outbox;
import io.distributor.link.Link;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until distributors have given all sockets of this instance other homes and what
 * there is to say of them is on the link. Looked at by the timer now and then: that is
 * simpler than to be told by everything it depends on, and happens once in a life.
 */
final class Drain {

	private static final Logger logger = LoggerFactory.getLogger(Drain.class);

	private static final long INTERVAL_MILLIS = 5;

	private final SocketSlots slots;

	private final Outbox outbox;

	private final Link link;

	private final ScheduledExecutorService timer;

	private final CompletableFuture<Void> done = new CompletableFuture<>();

	Drain(SocketSlots slots, Outbox outbox, Link link, ScheduledExecutorService timer) {
		this.slots = slots;
		this.outbox = outbox;
		this.link = link;
		this.timer = timer;
	}

	/**
	 * Begins.
	 * @param timeout longest wait
	 * @return completes when it is done or the time is over
	 */
	CompletionStage<Void> begin(Duration timeout) {
		if (this.slots.isEmpty() && this.outbox.isAllReported()) {
			// Nobody was here, so it does not matter whether anybody can be reached.
			this.done.complete(null);
			return this.done;
		}
		Future<?> end = this.timer.schedule(() -> giveUp(timeout), timeout.toNanos(), TimeUnit.NANOSECONDS);
		this.done.whenComplete((nothing, failure) -> end.cancel(false));
		look();
		return this.done;
	}

	private void look() {
		if (this.done.isDone()) {
			return;
		}
		if (this.slots.isEmpty() && this.outbox.isAllReported() && this.link.isUp()) {
			this.done.complete(null);
			return;
		}
		try {
			this.timer.schedule(this::look, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			this.done.complete(null);
		}
	}

	private void giveUp(Duration timeout) {
		if (this.done.complete(null)) {
			logger.warn("{} sockets did not get other homes within {}: their unhandled events are handled elsewhere "
					+ "as if this instance had crashed", this.slots.size(), timeout);
		}
	}

}
