package io.distributor.autoconfigure;

import java.util.concurrent.Executor;

/**
 * Runs handlers. A bean of type {@link Executor} would switch off Boot's
 * {@code applicationTaskExecutor}, so this one holds its executor instead of being it.
 *
 * @param executor runs each task on another thread and never on the caller's
 * @param onClose frees the threads
 */
record HandlerExecutor(Executor executor, Runnable onClose) implements AutoCloseable {

	@Override
	public void close() {
		this.onClose.run();
	}

}
