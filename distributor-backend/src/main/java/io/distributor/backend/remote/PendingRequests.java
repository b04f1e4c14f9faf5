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
import io.distributor.backend.statistics.BackendCounters;
import io.distributor.link.message.BackendMessage;
import io.distributor.link.message.DistributorMessage;
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

	private final Map<Long, PendingRequest<?>> pending = new ConcurrentHashMap<>();

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
	 * @param <R> type of the result
	 * @param receiver the distributor
	 * @param request makes the message with a request id
	 * @param answers makes the result
	 * @return completes when it has answered or is gone, or when the time is over
	 */
	public <R> CompletionStage<R> ask(NodeId receiver, LongFunction<BackendMessage> request,
			AnswerCollector<R> answers) {
		return ask(List.of(receiver), request, answers);
	}

	/**
	 * Asks every live distributor.
	 * @param <R> type of the result
	 * @param request makes the message with a request id
	 * @param answers makes the result
	 * @return completes when each has answered or is gone, or when the time is over
	 */
	public <R> CompletionStage<R> askAll(LongFunction<BackendMessage> request, AnswerCollector<R> answers) {
		return ask(List.copyOf(this.distributors.ids()), request, answers);
	}

	/**
	 * Returns the number of live distributors.
	 * @return the number
	 */
	public int distributors() {
		return this.distributors.ids().size();
	}

	private <R> CompletionStage<R> ask(Collection<NodeId> receivers, LongFunction<BackendMessage> request,
			AnswerCollector<R> answers) {
		if (this.counters.requestsPending.incrementAndGet() > this.limit) {
			this.counters.requestsPending.decrementAndGet();
			answers.close();
			return CompletableFuture.failedFuture(new BackendOverloadedException(
					"requests: " + this.limit + " are not answered yet (expected: fewer; wait for some to complete)"));
		}
		long id = this.lastId.incrementAndGet();
		PendingRequest<R> asked = new PendingRequest<>(receivers, answers, this.executor);
		this.pending.put(id, asked);
		send(id, asked, receivers, request);
		// Who left before the request was noted is not told to it by anyone else.
		receivers.stream().filter((receiver) -> !this.distributors.isLive(receiver)).forEach(asked::gone);
		removeIf(id, asked.isOver());
		return asked.result();
	}

	private void send(long id, PendingRequest<?> asked, Collection<NodeId> receivers,
			LongFunction<BackendMessage> request) {
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
	}

	/**
	 * A distributor has answered.
	 * @param sender the distributor
	 * @param id id of the request
	 * @param answer what it says
	 */
	public void onAnswer(NodeId sender, long id, DistributorMessage answer) {
		PendingRequest<?> asked = this.pending.get(id);
		if (asked != null) {
			removeIf(id, asked.answered(sender, answer));
		}
	}

	/**
	 * A distributor is gone, after it was removed from the live ones.
	 * @param distributor the distributor
	 */
	public void onGone(NodeId distributor) {
		this.pending.forEach((id, asked) -> removeIf(id, asked.gone(distributor)));
	}

	/**
	 * A distributor took this instance for dead, so what it was asked for is lost. Called
	 * after it was removed from the live ones.
	 * @param distributor the distributor
	 * @param description the distributor for people
	 */
	public void onFenced(NodeId distributor, String description) {
		this.pending.forEach((id, asked) -> removeIf(id, asked.silent(distributor, description)));
	}

	/**
	 * Fails all.
	 * @param failure why
	 */
	public void failAll(RuntimeException failure) {
		this.pending.keySet().forEach((id) -> fail(id, failure));
	}

	private void onTimeout(long id) {
		PendingRequest<?> asked = remove(id);
		if (asked != null) {
			this.counters.requestsTimedOut.increment();
			asked.timeOut(this.distributors::describe);
		}
	}

	private void fail(long id, RuntimeException failure) {
		PendingRequest<?> asked = remove(id);
		if (asked != null) {
			asked.fail(failure);
		}
	}

	private void removeIf(long id, boolean over) {
		if (over) {
			remove(id);
		}
	}

	private @Nullable PendingRequest<?> remove(long id) {
		PendingRequest<?> asked = this.pending.remove(id);
		if (asked != null) {
			this.counters.requestsPending.decrementAndGet();
		}
		return asked;
	}

}
