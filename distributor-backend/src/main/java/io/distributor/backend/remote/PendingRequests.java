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
import io.distributor.backend.statistics.BackendLimit;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * What distributors were asked for and have not answered yet. A request to several is
 * sent to each alone: only those that hold sockets of the namespace hear its broadcasts,
 * and who they are is known to themselves. May be used from any thread.
 *
 * @param <M> type of the requests
 */
public final class PendingRequests<M extends LinkMessage> {

	private final Receivers<M> receivers;

	private final Executor executor;

	private final ScheduledExecutorService timer;

	private final BackendCounters counters;

	private final int limit;

	private final Duration timeout;

	private final AtomicLong lastId = new AtomicLong();

	private final Map<Long, PendingRequest<?>> pending = new ConcurrentHashMap<>();

	/**
	 * Creates the requests.
	 * @param receivers who lives and gets them
	 * @param executor runs what depends on their completion
	 * @param timer ends their time
	 * @param counters count
	 * @param limit number of requests at the same time
	 * @param timeout how long distributors may take
	 */
	public PendingRequests(Receivers<M> receivers, Executor executor, ScheduledExecutorService timer,
			BackendCounters counters, int limit, Duration timeout) {
		this.receivers = receivers;
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
	public <R> CompletionStage<R> ask(NodeId receiver, LongFunction<M> request, AnswerCollector<R> answers) {
		return ask(List.of(receiver), null, request, answers);
	}

	/**
	 * Asks every live distributor.
	 * @param <R> type of the result
	 * @param request makes the message with a request id
	 * @param answers makes the result
	 * @return completes when each has answered or is gone, or when the time is over
	 */
	public <R> CompletionStage<R> askAll(LongFunction<M> request, AnswerCollector<R> answers) {
		return ask(List.copyOf(this.receivers.ids()), null, request, answers);
	}

	/**
	 * Returns the number of live distributors.
	 * @return the number
	 */
	public int distributors() {
		return this.receivers.ids().size();
	}

	/**
	 * Asks some nodes.
	 * @param <R> type of the result
	 * @param receivers the nodes
	 * @param timeout how long they may take, or {@code null} for the default time
	 * @param request makes the message with a request id
	 * @param answers makes the result
	 * @return completes when each has answered or is gone, or when the time is over
	 */
	public <R> CompletionStage<R> ask(Collection<NodeId> receivers, @Nullable Duration timeout, LongFunction<M> request,
			AnswerCollector<R> answers) {
		if (this.counters.requestsPending.incrementAndGet() > this.limit) {
			this.counters.requestsPending.decrementAndGet();
			this.counters.reach(BackendLimit.REQUESTS);
			answers.close();
			return CompletableFuture.failedFuture(new BackendOverloadedException(
					"requests: " + this.limit + " are not answered yet (expected: fewer; wait for some to complete)"));
		}
		long id = this.lastId.incrementAndGet();
		PendingRequest<R> asked = new PendingRequest<>(receivers, answers, this.executor, () -> remove(id));
		this.pending.put(id, asked);
		send(id, asked, receivers, (timeout != null) ? timeout : this.timeout, request);
		// Who left before the request was noted is not told to it by anyone else.
		receivers.stream().filter((receiver) -> !this.receivers.isLive(receiver)).forEach(asked::gone);
		asked.endIfComplete();
		return asked.result();
	}

	private void send(long id, PendingRequest<?> asked, Collection<NodeId> receivers, Duration time,
			LongFunction<M> request) {
		try {
			asked.timer(this.timer.schedule(() -> onTimeout(id), time.toNanos(), TimeUnit.NANOSECONDS));
			M message = request.apply(id);
			receivers.forEach((receiver) -> this.receivers.send(receiver, message));
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
	public void onAnswer(NodeId sender, long id, LinkMessage answer) {
		PendingRequest<?> asked = this.pending.get(id);
		if (asked != null) {
			asked.answered(sender, answer);
		}
	}

	/**
	 * A distributor is gone, after it was removed from the live ones.
	 * @param distributor the distributor
	 */
	public void onGone(NodeId distributor) {
		this.pending.values().forEach((asked) -> asked.gone(distributor));
	}

	/**
	 * A node will not answer, though what it was asked for may have been done or not: it
	 * took this instance for dead, or is gone with an answer that nothing replaces.
	 * Called after it was removed from the live ones.
	 * @param node the node
	 * @param description the node for people
	 */
	public void onSilent(NodeId node, String description) {
		this.pending.values().forEach((asked) -> asked.silent(node, description));
	}

	/**
	 * Fails all.
	 * @param failure why
	 */
	public void failAll(RuntimeException failure) {
		this.pending.keySet().forEach((id) -> fail(id, failure));
	}

	private void onTimeout(long id) {
		PendingRequest<?> asked = this.pending.get(id);
		if (asked != null) {
			this.counters.requestsTimedOut.increment();
			asked.timeOut(this.receivers::describe);
		}
	}

	private void fail(long id, RuntimeException failure) {
		PendingRequest<?> asked = this.pending.get(id);
		if (asked != null) {
			asked.fail(failure);
		}
	}

	private void remove(long id) {
		this.pending.remove(id);
		this.counters.requestsPending.decrementAndGet();
	}

}
