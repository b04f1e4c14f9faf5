package io.distributor.backend.dispatch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that run handlers. A pool that wakes a thread for every task wakes all it has
 * in turn, and with handlers that take microseconds this costs more than they do. Here
 * another thread is woken when what waits would take those at work longer than waking it:
 * one thread does for quick handlers, and handlers that block get one each, up to the
 * limit. The thread that rested last is woken first.
 * <p>
 * How long handlers take is an {@linkplain ExpectedTime expectation}, so one may block
 * that was not expected to. One of the resting threads keeps <em>watch</em> while tasks
 * wait: it takes over when none was taken for a millisecond.
 * <p>
 * Tasks may be added from any thread; adding never blocks. How many wait is bounded by
 * who adds them.
 */
public final class HandlerThreads implements Executor, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(HandlerThreads.class);

	/** What it costs to wake a thread, and so how long tasks may wait instead. */
	private static final long WAKE_NANOS = 50_000;

	private static final long WATCH_NANOS = 1_000_000;

	/** How often the watch finds nothing before it rests as the others. */
	private static final int QUIET_WATCHES = 20;

	private static final long KEEP_ALIVE_NANOS = TimeUnit.MINUTES.toNanos(1);

	private final String name;

	private final int limit;

	// What follows is guarded by the tasks.

	private final Queue<Runnable> tasks = new ArrayDeque<>();

	private final Set<Worker> workers = new HashSet<>();

	private final Deque<Worker> resting = new ArrayDeque<>();

	private @Nullable Worker watch;

	private int numbers;

	private final ExpectedTime expected = new ExpectedTime(WATCH_NANOS);

	private long takenAt = System.nanoTime();

	private boolean closed;

	/**
	 * Creates the threads; each starts when it is needed and ends after a minute without
	 * work.
	 * @param name what their names begin with
	 * @param limit how many there may be; positive
	 */
	public HandlerThreads(String name, int limit) {
		if (limit <= 0) {
			throw new IllegalArgumentException("limit: " + limit + " (expected: > 0)");
		}
		this.name = name;
		this.limit = limit;
	}

	/**
	 * Runs a task as soon as a thread is free.
	 * @param task the task
	 * @throws RejectedExecutionException if the threads are closed
	 */
	@Override
	public void execute(Runnable task) {
		Worker woken;
		synchronized (this.tasks) {
			if (this.closed) {
				throw new RejectedExecutionException("The threads for handlers are closed");
			}
			this.tasks.add(task);
			woken = whoIsNeeded();
		}
		wake(woken);
	}

	/** Returns who is to be woken, so that what waits does not wait for long. */
	private @Nullable Worker whoIsNeeded() {
		if (this.tasks.isEmpty()) {
			return null;
		}
		int working = this.workers.size() - this.resting.size();
		boolean needed = working == 0 || this.tasks.size() * this.expected.nanos() > WAKE_NANOS * working;
		return needed ? another() : watch();
	}

	private @Nullable Worker another() {
		Worker rested = this.resting.poll();
		if (rested == null) {
			start();
			return null;
		}
		rested.rests = false;
		if (rested == this.watch) {
			this.watch = null;
		}
		return rested;
	}

	private @Nullable Worker start() {
		if (this.workers.size() == this.limit) {
			return null;
		}
		Worker worker = new Worker(this.name + (++this.numbers));
		worker.thread.start();
		this.workers.add(worker);
		return worker;
	}

	/** Returns who is to be told that it has to watch. */
	private @Nullable Worker watch() {
		Worker watch = this.watch;
		if (watch == null) {
			watch = this.resting.peekLast();
			this.watch = (watch != null) ? watch : start();
		}
		else if (watch.quiet < QUIET_WATCHES) {
			return null;
		}
		if (watch != null) {
			watch.quiet = 0;
		}
		return watch;
	}

	private static void wake(@Nullable Worker worker) {
		if (worker != null) {
			LockSupport.unpark(worker.thread);
		}
	}

	/**
	 * Ends all threads, interrupting those at work; what waits is dropped.
	 */
	@Override
	public void close() {
		synchronized (this.tasks) {
			this.closed = true;
			this.tasks.clear();
			this.workers.forEach((worker) -> worker.thread.interrupt());
		}
	}

	/** A thread. What it holds is guarded by the tasks. */
	private final class Worker implements Runnable {

		private final Thread thread;

		private boolean rests;

		private int quiet;

		Worker(String name) {
			this.thread = new Thread(this, name);
			this.thread.setDaemon(false);
		}

		@Override
		public void run() {
			Runnable task = await();
			while (task != null) {
				long began = System.nanoTime();
				runSafely(task);
				learn(System.nanoTime() - began);
				task = await();
			}
		}

		private void runSafely(Runnable task) {
			try {
				task.run();
			}
			catch (Throwable ex) {
				logger.error("A handler failed; the next one goes on", ex);
			}
			finally {
				Thread.interrupted();
			}
		}

		private void learn(long nanos) {
			HandlerThreads pool = HandlerThreads.this;
			synchronized (pool.tasks) {
				pool.expected.learn(nanos);
			}
		}

		/** Returns the next task, or {@code null} if this thread is to end. */
		private @Nullable Runnable await() {
			Runnable task = take();
			while (task == null && rest()) {
				task = take();
			}
			return task;
		}

		private @Nullable Runnable take() {
			HandlerThreads pool = HandlerThreads.this;
			Runnable task;
			Worker woken;
			synchronized (pool.tasks) {
				task = pool.tasks.poll();
				if (task == null) {
					return null;
				}
				pool.takenAt = System.nanoTime();
				if (pool.watch == this) {
					pool.watch = null;
				}
				woken = pool.whoIsNeeded();
			}
			wake(woken);
			return task;
		}

		/** Rests until there may be a task; returns whether this thread is to go on. */
		private boolean rest() {
			HandlerThreads pool = HandlerThreads.this;
			synchronized (pool.tasks) {
				if (!pool.tasks.isEmpty()) {
					return true;
				}
				this.rests = true;
				pool.resting.push(this);
			}
			long since = System.nanoTime();
			long nanos = lookUp(since);
			while (nanos > 0) {
				LockSupport.parkNanos(pool, nanos);
				nanos = lookUp(since);
			}
			synchronized (pool.tasks) {
				return pool.workers.contains(this);
			}
		}

		/** Returns for how long to rest; 0 if this thread rests no more. */
		private long lookUp(long since) {
			HandlerThreads pool = HandlerThreads.this;
			synchronized (pool.tasks) {
				if (!this.rests) {
					return 0;
				}
				long now = System.nanoTime();
				boolean waiting = !pool.tasks.isEmpty();
				if (pool.closed || !waiting && now - since >= KEEP_ALIVE_NANOS) {
					leaveRest();
					pool.workers.remove(this);
					return 0;
				}
				if (pool.watch != this || this.quiet >= QUIET_WATCHES) {
					return KEEP_ALIVE_NANOS;
				}
				this.quiet = waiting ? 0 : this.quiet + 1;
				if (waiting && now - pool.takenAt >= WATCH_NANOS) {
					leaveRest();
					return 0;
				}
				return WATCH_NANOS;
			}
		}

		private void leaveRest() {
			HandlerThreads pool = HandlerThreads.this;
			pool.resting.remove(this);
			this.rests = false;
			if (pool.watch == this) {
				pool.watch = null;
			}
		}

	}

}
