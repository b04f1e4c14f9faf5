package io.distributor.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;

import io.distributor.link.message.DistributorMessage;
import io.distributor.link.presence.NodeId;

/**
 * Tells backends that what they asked of many sockets is done, in order. What an
 * overloaded link does not take is held, up to {@value #MAX_HELD} reports, and offered
 * again whenever a message arrives, and by an event loop if there is a socket to lend its
 * own. May be used from any thread.
 */
final class Reports {

	private static final int MAX_HELD = 10_000;

	private static final long FIRST_RETRY_MILLIS = 20;

	private static final long LAST_RETRY_MILLIS = 640;

	private final LinkOutlet outlet;

	private final SocketDirectory directory;

	private final GatewayCounters counters;

	/** Guarded by this, as the next one. */
	private final Deque<Report> held = new ArrayDeque<>();

	private long retryMillis;

	private volatile boolean holding;

	Reports(LinkOutlet outlet, SocketDirectory directory, GatewayCounters counters) {
		this.outlet = outlet;
		this.directory = directory;
		this.counters = counters;
	}

	synchronized void send(NodeId asker, DistributorMessage message) {
		if (this.held.isEmpty() && this.outlet.offer(asker, message)) {
			return;
		}
		if (this.held.size() == MAX_HELD) {
			this.counters.droppedReports.increment();
			return;
		}
		this.held.add(new Report(asker, message));
		this.counters.heldMessages.incrementAndGet();
		if (!this.holding) {
			this.holding = true;
			this.retryMillis = FIRST_RETRY_MILLIS;
			retryLater();
		}
	}

	/**
	 * Offers what is held, if anything is. Cheap if not.
	 */
	void retry() {
		if (this.holding) {
			offerHeld();
		}
	}

	private synchronized void offerHeld() {
		Report next = this.held.peek();
		while (next != null && this.outlet.offer(next.asker(), next.message())) {
			this.held.remove();
			this.counters.heldMessages.decrementAndGet();
			next = this.held.peek();
		}
		this.holding = next != null;
	}

	private void retryLater() {
		EventExecutor executor = this.directory.anyExecutor();
		if (executor == null) {
			return;
		}
		try {
			executor.schedule(this::retryOnTime, this.retryMillis, TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			// The server has stopped; what is left is offered when a message arrives.
		}
	}

	private synchronized void retryOnTime() {
		offerHeld();
		if (this.holding) {
			this.retryMillis = Math.min(this.retryMillis * 2, LAST_RETRY_MILLIS);
			retryLater();
		}
	}

	private record Report(NodeId asker, DistributorMessage message) {

	}

}
