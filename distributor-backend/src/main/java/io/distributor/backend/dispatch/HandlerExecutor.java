package io.distributor.backend.dispatch;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs user code on the application's executor. What a full executor rejects is offered
 * to it again until it is taken, so that no socket stops for ever. What waits so is
 * bounded by the sockets, acknowledgements and requests there are. May be called from any
 * thread.
 */
public final class HandlerExecutor implements Executor {

	private static final Logger logger = LoggerFactory.getLogger(HandlerExecutor.class);

	private static final long RETRY_MILLIS = 50;

	private final Executor executor;

	private final ScheduledExecutorService timer;

	private final AtomicBoolean rejecting = new AtomicBoolean();

	/**
	 * Creates the executor.
	 * @param executor the application's
	 * @param timer offers again
	 */
	public HandlerExecutor(Executor executor, ScheduledExecutorService timer) {
		this.executor = executor;
		this.timer = timer;
	}

	@Override
	public void execute(Runnable task) {
		try {
			this.executor.execute(task);
			if (this.rejecting.get() && this.rejecting.compareAndSet(true, false)) {
				logger.info("The executor for handlers takes work again");
			}
		}
		catch (RejectedExecutionException ex) {
			retry(task);
		}
	}

	private void retry(Runnable task) {
		if (this.rejecting.compareAndSet(false, true)) {
			logger.warn("The executor for handlers is full: clients wait; give it more threads or a longer queue");
		}
		try {
			this.timer.schedule(() -> execute(task), RETRY_MILLIS, TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			logger.debug("The backend is stopped; a task is dropped");
		}
	}

}
