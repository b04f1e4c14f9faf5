package io.distributor.tests.simulation;

import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

import io.netty.util.concurrent.DefaultPromise;
import io.netty.util.concurrent.ScheduledFuture;

/**
 * What a {@link SimulatedExecutor} does at a time.
 *
 * @param <V> type of its result
 */
final class SimulatedFuture<V> extends DefaultPromise<V> implements ScheduledFuture<V> {

	private final SimulatedExecutor executor;

	private final SimulatedClock.Alarm alarm;

	SimulatedFuture(SimulatedExecutor executor, Callable<V> task, long delay) {
		super(executor);
		this.executor = executor;
		this.alarm = executor.process().after(delay, () -> executor.run(() -> run(task)));
	}

	private void run(Callable<V> task) {
		if (isDone()) {
			return;
		}
		try {
			trySuccess(task.call());
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		this.alarm.cancel();
		return super.cancel(false);
	}

	@Override
	public long getDelay(TimeUnit unit) {
		return unit.convert(this.alarm.time() - this.executor.process().clock().now(), TimeUnit.MILLISECONDS);
	}

	@Override
	public int compareTo(Delayed other) {
		return Long.compare(getDelay(TimeUnit.MILLISECONDS), other.getDelay(TimeUnit.MILLISECONDS));
	}

}
