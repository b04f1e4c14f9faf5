package io.distributor.backend.ack;

import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.distributor.backend.Arguments;
import io.distributor.backend.dispatch.AwaitedResult;
import io.distributor.backend.json.PayloadReader;
import io.distributor.backend.statistics.BackendCounters;
import io.distributor.link.message.Payload;

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
	 * @return its acknowledgements, none yet
	 */
	public PendingAcks open(String socketId) {
		return new PendingAcks(socketId, this);
	}

	AckLimits limits() {
		return this.limits;
	}

	boolean acquire() {
		if (this.counters.acksPending.incrementAndGet() > this.limits.total()) {
			release();
			return false;
		}
		return true;
	}

	void release() {
		this.counters.acksPending.decrementAndGet();
	}

	void countTimeout() {
		this.counters.acksTimedOut.increment();
	}

	AwaitedResult<Arguments> newResult() {
		return new AwaitedResult<>(this.executor);
	}

	Future<?> schedule(Runnable task, long nanos) {
		return this.timer.schedule(task, nanos, TimeUnit.NANOSECONDS);
	}

	Arguments read(Payload payload) {
		this.counters.acksReceived.increment();
		return this.reader.answer(payload);
	}

}
