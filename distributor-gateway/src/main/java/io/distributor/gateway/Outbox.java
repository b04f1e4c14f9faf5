package io.distributor.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;

import io.distributor.link.message.DistributorMessage;
import io.distributor.link.presence.NodeId;

/**
 * Sends what one socket has to say, in order, and never loses it: what an overloaded link
 * does not take is held and offered again, after 20 ms at first, after 640 ms at most.
 * <p>
 * Meanwhile nothing is read from the client. So what is held is bounded: by what was read
 * from its connection in one go, and its disconnect. To be used on the event loop of the
 * socket.
 */
final class Outbox {

	private static final long FIRST_RETRY_MILLIS = 20;

	private static final long LAST_RETRY_MILLIS = 640;

	private final LinkOutlet outlet;

	private final EventExecutor executor;

	private final ReadingValve valve;

	private final AtomicInteger heldMessages;

	private @Nullable Deque<Held> held;

	private long retryMillis;

	Outbox(LinkOutlet outlet, EventExecutor executor, ReadingValve valve, AtomicInteger heldMessages) {
		this.outlet = outlet;
		this.executor = executor;
		this.valve = valve;
		this.heldMessages = heldMessages;
	}

	void send(NodeId receiver, DistributorMessage message) {
		if (this.held != null) {
			hold(this.held, receiver, message);
		}
		else if (!this.outlet.offer(receiver, message)) {
			this.held = new ArrayDeque<>();
			hold(this.held, receiver, message);
			this.valve.linkOverloaded(true);
			this.retryMillis = FIRST_RETRY_MILLIS;
			scheduleRetry();
		}
	}

	private void hold(Deque<Held> held, NodeId receiver, DistributorMessage message) {
		held.add(new Held(receiver, message));
		this.heldMessages.incrementAndGet();
	}

	private void scheduleRetry() {
		this.executor.schedule(this::retry, this.retryMillis, TimeUnit.MILLISECONDS);
		this.retryMillis = Math.min(this.retryMillis * 2, LAST_RETRY_MILLIS);
	}

	private void retry() {
		Deque<Held> held = this.held;
		if (held == null) {
			return;
		}
		Held next = held.peek();
		while (next != null && this.outlet.offer(next.receiver(), next.message())) {
			held.remove();
			this.heldMessages.decrementAndGet();
			next = held.peek();
		}
		if (next != null) {
			scheduleRetry();
			return;
		}
		this.held = null;
		this.valve.linkOverloaded(false);
	}

	private record Held(NodeId receiver, DistributorMessage message) {

	}

}
