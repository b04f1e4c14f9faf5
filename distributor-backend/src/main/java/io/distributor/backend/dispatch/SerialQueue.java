package io.distributor.backend.dispatch;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks one after another in their order, on threads of an executor: at most one at
 * a time, and after a batch it lets others have their turn. Tasks may be added from any
 * thread; adding never blocks.
 */
public final class SerialQueue {

	private static final Logger logger = LoggerFactory.getLogger(SerialQueue.class);

	private static final int INITIAL_CAPACITY = 4;

	private final Executor executor;

	private final int batch;

	private final Runnable afterBatch;

	private final Queue<SerialTask> tasks = new ArrayDeque<>(INITIAL_CAPACITY);

	/** Whether a run is scheduled, under way, or waits for an unfinished task. */
	private boolean active;

	/** What completes when the current task is done, or {@code null}: not frozen. */
	private @Nullable CompletableFuture<Void> frozen;

	/**
	 * Creates the queue.
	 * @param executor runs the tasks
	 * @param batch number of tasks in one go, at least 1
	 * @param afterBatch called between two tasks, after each batch and before the queue
	 * rests or waits; must be quick
	 */
	public SerialQueue(Executor executor, int batch, Runnable afterBatch) {
		this.executor = executor;
		this.batch = batch;
		this.afterBatch = afterBatch;
	}

	/**
	 * Adds a task, unless too many wait.
	 * @param task the task
	 * @param limit number of tasks that may wait
	 * @return {@code false} if so many wait already
	 */
	public boolean offer(SerialTask task, int limit) {
		synchronized (this.tasks) {
			if (this.tasks.size() >= limit) {
				return false;
			}
			this.tasks.add(task);
			if (this.active || this.frozen != null) {
				return true;
			}
			this.active = true;
		}
		schedule();
		return true;
	}

	/**
	 * Adds a task, however many wait.
	 * @param task the task
	 */
	public void add(SerialTask task) {
		offer(task, Integer.MAX_VALUE);
	}

	/**
	 * Starts no further task.
	 * @return completes when the current one, if any, is done
	 */
	public CompletionStage<Void> freeze() {
		CompletableFuture<Void> idle;
		synchronized (this.tasks) {
			idle = (this.frozen != null) ? this.frozen : new CompletableFuture<>();
			this.frozen = idle;
			if (this.active) {
				return idle;
			}
		}
		idle.complete(null);
		return idle;
	}

	private void schedule() {
		this.executor.execute(this::runBatch);
	}

	private void runBatch() {
		for (int i = 0; i < this.batch; i++) {
			SerialTask task = next();
			if (task == null) {
				return;
			}
			CompletionStage<?> rest = run(task);
			if (rest != null) {
				runAfterBatch();
				rest.whenComplete((value, failure) -> schedule());
				return;
			}
		}
		runAfterBatch();
		schedule();
	}

	private @Nullable SerialTask next() {
		SerialTask task = poll();
		if (task != null) {
			return task;
		}
		runAfterBatch();
		CompletableFuture<Void> idle;
		synchronized (this.tasks) {
			task = poll();
			this.active = (task != null);
			idle = this.frozen;
		}
		if (task == null && idle != null) {
			idle.complete(null);
		}
		return task;
	}

	private @Nullable SerialTask poll() {
		synchronized (this.tasks) {
			return (this.frozen != null) ? null : this.tasks.poll();
		}
	}

	private @Nullable CompletionStage<?> run(SerialTask task) {
		try {
			return task.run();
		}
		catch (Throwable ex) {
			logger.error("A task failed; the next one goes on", ex);
			return null;
		}
	}

	private void runAfterBatch() {
		try {
			this.afterBatch.run();
		}
		catch (Throwable ex) {
			logger.error("What follows a batch failed; the next task goes on", ex);
		}
	}

}
