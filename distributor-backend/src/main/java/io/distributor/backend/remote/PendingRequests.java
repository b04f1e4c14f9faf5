package io.distributor.backend.remote;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

import io.distributor.backend.BackendOverloadedException;
import io.distributor.backend.RequestTimeoutException;
import io.distributor.backend.statistics.BackendCounters;
import io.distributor.link.message.BackendMessage;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * What distributors were asked for and have not answered yet. A request to several is
 * sent to each alone: only those that hold sockets of the namespace hear its broadcasts,
 * and who they are is known to themselves. May be used from any thread.
 */
public final class PendingRequests {

	private final Outbox outbox;

	private final Distributors distributors;

	private final Executor executor;

	private final ScheduledExecutorService timer;

	private final BackendCounters counters;

	private final int limit;

	private final Duration timeout;

	private final AtomicLong lastId = new AtomicLong();

	private final Map<Long, PendingRequest> pending = new ConcurrentHashMap<>();

	/**
	 * Creates the requests.
	 * @param outbox sends them
	 * @param distributors who lives
	 * @param executor runs what depends on their completion
	 * @param timer ends their time
	 * @param counters count
	 * @param limit number of requests at the same time
	 * @param timeout how long distributors may take
	 */
	public PendingRequests(Outbox outbox, Distributors distributors, Executor executor, ScheduledExecutorService timer,
			BackendCounters counters, int limit, Duration timeout) {
		this.outbox = outbox;
		this.distributors = distributors;
		this.executor = executor;
		this.timer = timer;
		this.counters = counters;
		this.limit = limit;
		this.timeout = timeout;
	}

	/**
	 * Asks one distributor.
	 * @param receiver the distributor
	 * @param request makes the message with a request id
	 * @return completes when it has done it or is gone
	 */
	public CompletionStage<Void> ask(NodeId receiver, LongFunction<BackendMessage> request) {
		return ask(List.of(receiver), request);
	}

	/**
	 * Asks every live distributor.
	 * @param request makes the message with a request id
	 * @return completes when each has done it or is gone
	 */
	public CompletionStage<Void> askAll(LongFunction<BackendMessage> request) {
		return ask(List.copyOf(this.distributors.ids()), request);
	}

	private CompletionStage<Void> ask(Collection<NodeId> receivers, LongFunction<BackendMessage> request) {
		if (this.counters.requestsPending.incrementAndGet() > this.limit) {
			this.counters.requestsPending.decrementAndGet();
			return CompletableFuture.failedFuture(new BackendOverloadedException(
					"requests: " + this.limit + " are not answered yet (expected: fewer; wait for some to complete)"));
		}
		long id = this.lastId.incrementAndGet();
		PendingRequest asked = new PendingRequest(receivers, this.executor);
		this.pending.put(id, asked);
		try {
			asked.timer(this.timer.schedule(() -> onTimeout(id), this.timeout.toNanos(), TimeUnit.NANOSECONDS));
			BackendMessage message = request.apply(id);
			receivers.forEach((receiver) -> this.outbox.send(receiver, message));
		}
		catch (RejectedExecutionException ex) {
			fail(id, new IllegalStateException("backend: stopped (expected: running)"));
		}
		catch (RuntimeException ex) {
			fail(id, ex);
		}
		// Who left before the request was noted is not told to it by anyone else.
		receivers.stream().filter((receiver) -> !this.distributors.isLive(receiver)).forEach(asked::answeredBy);
		settleIfAnswered(id, asked);
		return asked.result();
	}

	/**
	 * A distributor has done what it was asked for.
	 * @param sender the distributor
	 * @param id id of the request
	 */
	public void onDone(NodeId sender, long id) {
		PendingRequest asked = this.pending.get(id);
		if (asked != null) {
			asked.answeredBy(sender);
			settleIfAnswered(id, asked);
		}
	}

	/**
	 * A distributor is gone, after it was removed from the live ones.
	 * @param distributor the distributor
	 */
	public void onGone(NodeId distributor) {
		this.pending.forEach((id, asked) -> {
			asked.answeredBy(distributor);
			settleIfAnswered(id, asked);
		});
	}

	/**
	 * A distributor took this instance for dead, so what it was asked for is lost. Called
	 * after it was removed from the live ones.
	 * @param distributor the distributor
	 * @param description the distributor for people
	 */
	public void onFenced(NodeId distributor, String description) {
		this.pending.forEach((id, asked) -> {
			if (asked.missing().contains(distributor)) {
				fail(id, new RequestTimeoutException(
						"no answer from distributor " + description + ", which took this instance for dead",
						List.of(description)));
			}
		});
	}

	/**
	 * Fails all.
	 * @param failure why
	 */
	public void failAll(RuntimeException failure) {
		this.pending.keySet().forEach((id) -> fail(id, failure));
	}

	private void settleIfAnswered(long id, PendingRequest asked) {
		if (asked.isAnswered() && remove(id) != null) {
			asked.result().resolve(null);
		}
	}

	private void onTimeout(long id) {
		PendingRequest asked = remove(id);
		if (asked != null) {
			this.counters.requestsTimedOut.increment();
			asked.result().reject(timeoutOf(asked));
		}
	}

	private RequestTimeoutException timeoutOf(PendingRequest asked) {
		List<String> missing = asked.missing().stream().map(this.distributors::describe).sorted().toList();
		return new RequestTimeoutException(
				"no answer within " + this.timeout + " from distributor " + String.join(", ", missing), missing);
	}

	private void fail(long id, RuntimeException failure) {
		PendingRequest asked = remove(id);
		if (asked != null) {
			asked.result().reject(failure);
		}
	}

	private @Nullable PendingRequest remove(long id) {
		PendingRequest asked = this.pending.remove(id);
		if (asked != null) {
			asked.cancelTimer();
			this.counters.requestsPending.decrementAndGet();
		}
		return asked;
	}

}
