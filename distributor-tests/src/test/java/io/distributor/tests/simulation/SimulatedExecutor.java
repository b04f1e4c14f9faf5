package io.distributor.tests.simulation;

import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import io.netty.util.concurrent.AbstractEventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ScheduledFuture;

/**
 * An executor of a simulated process: an event loop, a timer, or what runs handlers.
 */
final class SimulatedExecutor extends AbstractEventExecutor {

	private static final long NANOS_PER_MILLI = 1_000_000;

	private final SimulatedProcess process;

	private final LongSupplier delay;

	private int waiting;

	private boolean running;

	private boolean shutdown;

	/**
	 * Creates an executor.
	 * @param process where it runs
	 * @param delay milliseconds until a task has its turn; with a constant one tasks keep
	 * their order
	 */
	SimulatedExecutor(SimulatedProcess process, LongSupplier delay) {
		this.process = process;
		this.delay = delay;
	}

	SimulatedProcess process() {
		return this.process;
	}

	/** Whether nothing waits for its turn. */
	boolean isIdle() {
		return this.waiting == 0;
	}

	@Override
	public void execute(Runnable task) {
		if (this.shutdown) {
			throw new RejectedExecutionException("shut down");
		}
		this.waiting++;
		this.process.after(this.delay.getAsLong(), () -> {
			this.waiting--;
			run(task);
		});
	}

	void run(Runnable task) {
		this.running = true;
		try {
			task.run();
		}
		finally {
			this.running = false;
		}
	}

	@Override
	public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
		return schedule(() -> {
			task.run();
			return Boolean.TRUE;
		}, delay, unit);
	}

	@Override
	public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
		if (this.shutdown) {
			throw new RejectedExecutionException("shut down");
		}
		long millis = (unit.toNanos(delay) + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI;
		return new SimulatedFuture<>(this, task, millis);
	}

	@Override
	public boolean inEventLoop(Thread thread) {
		return this.running;
	}

	@Override
	public void shutdown() {
		this.shutdown = true;
	}

	@Override
	public boolean isShutdown() {
		return this.shutdown;
	}

	@Override
	public boolean isTerminated() {
		return this.shutdown;
	}

	@Override
	public boolean isShuttingDown() {
		return this.shutdown;
	}

	@Override
	public boolean awaitTermination(long timeout, TimeUnit unit) {
		return this.shutdown;
	}

	@Override
	public Future<?> shutdownGracefully(long quietPeriod, long timeout, TimeUnit unit) {
		this.shutdown = true;
		return terminationFuture();
	}

	@Override
	public Future<?> terminationFuture() {
		return newSucceededFuture(null);
	}

}
