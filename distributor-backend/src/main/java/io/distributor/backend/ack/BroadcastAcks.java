package io.distributor.backend.ack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

import io.distributor.backend.BackendOverloadedException;
import io.distributor.backend.BroadcastAnswers;
import io.distributor.backend.remote.Distributors;
import io.distributor.backend.remote.Outbox;
import io.distributor.link.message.AskedSockets;
import io.distributor.link.message.BackendMessage;
import io.distributor.link.message.BroadcastAnswer;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * Events that several clients were asked to acknowledge. Each socket that was asked
 * counts as one acknowledgement awaited. May be used from any thread.
 */
public final class BroadcastAcks {

	private final Outbox outbox;

	private final Distributors distributors;

	private final AckRegistry registry;

	private final AtomicLong lastId = new AtomicLong();

	private final Map<Long, PendingBroadcast> pending = new ConcurrentHashMap<>();

	/**
	 * Creates the acknowledgements, none yet.
	 * @param outbox sends the events
	 * @param distributors who lives
	 * @param registry limits of all acknowledgements
	 */
	public BroadcastAcks(Outbox outbox, Distributors distributors, AckRegistry registry) {
		this.outbox = outbox;
		this.distributors = distributors;
		this.registry = registry;
	}

	/**
	 * Asks every live distributor.
	 * @param timeout how long to wait, or {@code null} for the default time
	 * @param event makes the message with a request id
	 * @return what became of it; fails when too many are awaited and with what sending
	 * throws
	 */
	public CompletionStage<BroadcastAnswers> ask(@Nullable Duration timeout, LongFunction<BackendMessage> event) {
		Duration time = (timeout != null) ? timeout : this.registry.limits().timeout();
		if (time.isZero() || time.isNegative()) {
			throw new IllegalArgumentException("timeout: " + time + " (expected: > 0)");
		}
		if (this.registry.closed() != null || !this.registry.acquire()) {
			return CompletableFuture.failedFuture(new BackendOverloadedException("acknowledgements awaited: "
					+ this.registry.limits().total() + " (expected: fewer; wait for some to complete)"));
		}
		long id = this.lastId.incrementAndGet();
		List<NodeId> receivers = List.copyOf(this.distributors.ids());
		PendingBroadcast asked = new PendingBroadcast(receivers, this.registry);
		this.pending.put(id, asked);
		send(id, asked, receivers, time, event.apply(id));
		return asked.result();
	}

	private void send(long id, PendingBroadcast asked, List<NodeId> receivers, Duration time, BackendMessage event) {
		try {
			asked.timer(this.registry.schedule(() -> timeOut(id), time.toNanos()));
			receivers.forEach((receiver) -> this.outbox.send(receiver, event));
		}
		catch (RejectedExecutionException ex) {
			fail(id, new IllegalStateException("backend: stopped (expected: running)"));
		}
		catch (RuntimeException ex) {
			fail(id, ex);
		}
		// Who left before the event was noted is not told to it by anyone else.
		receivers.stream()
			.filter((receiver) -> !this.distributors.isLive(receiver))
			.forEach((receiver) -> removeIf(id, asked.gone(receiver, null)));
		removeIf(id, asked.isOver());
	}

	/**
	 * A distributor has said whom it asked.
	 * @param sender the distributor
	 * @param message whom
	 */
	public void onAsked(NodeId sender, AskedSockets message) {
		PendingBroadcast asked = this.pending.get(message.requestId());
		if (asked != null) {
			removeIf(message.requestId(), asked.asked(sender, message.sockets()));
		}
	}

	/**
	 * A client has answered, or left without that.
	 * @param sender its distributor
	 * @param message the answer
	 */
	public void onAnswer(NodeId sender, BroadcastAnswer message) {
		PendingBroadcast asked = this.pending.get(message.requestId());
		if (asked != null) {
			removeIf(message.requestId(), asked.answered(sender, message));
		}
	}

	/**
	 * A distributor is gone, and its clients with it.
	 * @param distributor the distributor
	 * @param name the distributor for people
	 */
	public void onGone(NodeId distributor, String name) {
		this.pending.forEach((id, asked) -> removeIf(id, asked.gone(distributor, name)));
	}

	/**
	 * Fails all.
	 * @param failure why
	 */
	public void failAll(RuntimeException failure) {
		this.pending.keySet().forEach((id) -> fail(id, failure));
	}

	private void timeOut(long id) {
		PendingBroadcast asked = this.pending.remove(id);
		if (asked != null) {
			asked.timeOut(asked.silentNodes().stream().map(this.distributors::describe).toList());
		}
	}

	private void fail(long id, RuntimeException failure) {
		PendingBroadcast asked = this.pending.remove(id);
		if (asked != null) {
			asked.fail(failure);
		}
	}

	private void removeIf(long id, boolean over) {
		if (over) {
			this.pending.remove(id);
		}
	}

}
