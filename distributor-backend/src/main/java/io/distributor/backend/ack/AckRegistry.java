package io.distributor.backend.ack;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.distributor.backend.Arguments;
import io.distributor.backend.dispatch.AwaitedResult;
import io.distributor.backend.json.PayloadReader;
import io.distributor.backend.statistics.BackendCounters;
import io.distributor.backend.statistics.BackendLimit;
import io.distributor.link.message.Payload;
import io.distributor.link.message.SocketAnswer;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * What the acknowledgements of all sockets share: their limits, and the one timer. May be
 * used from any thread.
 */
public final class AckRegistry {

	private final AckLimits limits;

	private final PayloadReader reader;

	private final Executor executor;

	private final ScheduledExecutorService timer;

	private final BackendCounters counters;

	private final AtomicLong lastId = new AtomicLong();

	private final Map<Long, PendingAcks> owing = new ConcurrentHashMap<>();

	private volatile @Nullable String closed;

	/**
	 * Creates the registry.
	 * @param limits how many, how long
	 * @param reader reads the answers
	 * @param executor runs what depends on the answers
	 * @param timer ends their time
	 * @param counters count
	 */
	public AckRegistry(AckLimits limits, PayloadReader reader, Executor executor, ScheduledExecutorService timer,
			BackendCounters counters) {
		this.limits = limits;
		this.reader = reader;
		this.executor = executor;
		this.timer = timer;
		this.counters = counters;
	}

	/**
	 * Begins with a socket.
	 * @param socketId its id
	 * @param distributor who holds its connection
	 * @return its acknowledgements, none yet
	 */
	public PendingAcks open(String socketId, NodeId distributor) {
		return new PendingAcks(socketId, distributor, this);
	}

	/**
	 * A client acknowledged an event. This instance need not be the home of its socket
	 * any more.
	 * @param sender its distributor
	 * @param message the answer; one that nobody waits for is ignored
	 */
	public void onAnswer(NodeId sender, SocketAnswer message) {
		PendingAcks acks = this.owing.get(message.ackId());
		if (acks != null && acks.areOf(message.socketId(), sender)) {
			acks.onAnswer(message.ackId(), message.payload());
		}
	}

	/**
	 * A distributor is gone, and its clients with it.
	 * @param distributor the distributor
	 * @param why how it went
	 */
	public void onGone(NodeId distributor, String why) {
		this.owing.values().stream().filter((acks) -> acks.areOf(distributor)).forEach((acks) -> acks.close(why));
	}

	/**
	 * Fails all, and further ones at once.
	 * @param why why
	 */
	public void closeAll(String why) {
		this.closed = why;
		this.owing.values().forEach((acks) -> acks.close(why));
	}

	@Nullable String closed() {
		return this.closed;
	}

	/**
	 * Makes an id. No two sockets share one, nor two lives of a socket that comes back
	 * here: a late answer meets the right question.
	 */
	long enter(PendingAcks acks) {
		long id = this.lastId.incrementAndGet();
		this.owing.put(id, acks);
		return id;
	}

	void leave(long id) {
		this.owing.remove(id);
	}

	AckLimits limits() {
		return this.limits;
	}

	boolean acquire() {
		if (this.counters.acksPending.incrementAndGet() > this.limits.total()) {
			release();
			this.counters.reach(BackendLimit.ACKS);
			return false;
		}
		return true;
	}

	void refuseForSocket() {
		this.counters.reach(BackendLimit.SOCKET_ACKS);
	}

	void release() {
		this.counters.acksPending.decrementAndGet();
	}

	/**
	 * Takes room for an answer that is kept until others have come.
	 * @param bytes its size
	 * @return {@code false} if there is none
	 */
	public boolean keep(long bytes) {
		if (this.counters.answerBytesHeld.addAndGet(bytes) > this.limits.answerBytes()) {
			giveBack(bytes);
			this.counters.answersDropped.increment();
			return false;
		}
		return true;
	}

	/**
	 * Gives room back.
	 * @param bytes the size of what was kept
	 */
	public void giveBack(long bytes) {
		this.counters.answerBytesHeld.addAndGet(-bytes);
	}

	void countTimeout() {
		this.counters.acksTimedOut.increment();
	}

	<T> AwaitedResult<T> newResult() {
		return new AwaitedResult<>(this.executor);
	}

	Future<?> schedule(Runnable task, long nanos) {
		return this.timer.schedule(task, nanos, TimeUnit.NANOSECONDS);
	}

	/**
	 * Reads an answer.
	 * @param payload its arguments
	 * @return the arguments
	 */
	public Arguments read(Payload payload) {
		this.counters.acksReceived.increment();
		return this.reader.answer(payload);
	}

}
