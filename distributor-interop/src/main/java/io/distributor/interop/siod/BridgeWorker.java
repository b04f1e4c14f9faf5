package io.distributor.interop.siod;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

import io.distributor.link.LinkOverloadedException;
import io.distributor.link.port.PatternPort;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of a bridge. It carries out what the process sends and what the original
 * publishes, in the order they came, and is the only one that publishes. While the port
 * is down it rests, and what comes waits.
 * <p>
 * What waits is bounded in bytes. Beyond that the process is told that the link is full,
 * what may be dropped is from half of it on, and what the original publishes is dropped.
 */
final class BridgeWorker {

	private static final Logger logger = LoggerFactory.getLogger(BridgeWorker.class);

	/** What a task takes beside its message. */
	private static final int TASK_BYTES = 128;

	private static final int FLUSH_AFTER = 64;

	private static final long CLOSE_SECONDS = 5;

	private final PatternPort port;

	private final int maxBytes;

	private final SiodCounters counters;

	private final Thread thread;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	/** Guarded by the lock, as are the next ones. */
	private final Deque<Task> tasks = new ArrayDeque<>();

	private long bytes;

	private boolean up;

	private boolean closing;

	BridgeWorker(PatternPort port, int maxBytes, SiodCounters counters) {
		this.port = port;
		this.maxBytes = maxBytes;
		this.counters = counters;
		this.thread = new Thread(this::work, "distributor-siod");
		this.thread.setDaemon(true);
	}

	void start() {
		this.thread.start();
	}

	/**
	 * Adds what the process sends.
	 * @throws LinkOverloadedException if too much waits
	 */
	void submit(int size, Runnable action) {
		if (!add(size, action, this.maxBytes)) {
			throw new LinkOverloadedException("queue to the original: " + this.maxBytes
					+ " bytes wait (expected: fewer; emit more slowly, or see whether Redis is there)");
		}
	}

	/**
	 * Adds what may be dropped, or drops it.
	 */
	void submitDroppable(int size, Runnable action) {
		if (!add(size, action, this.maxBytes / 2)) {
			this.counters.dropped.increment();
		}
	}

	/**
	 * Adds what the original published, or drops it.
	 */
	void offer(int size, Runnable action) {
		if (!add(size, action, this.maxBytes)) {
			this.counters.dropped.increment();
		}
	}

	/**
	 * Adds what happens rarely and must be done, whatever waits.
	 */
	void force(Runnable action) {
		add(0, action, Integer.MAX_VALUE);
	}

	private boolean add(int size, Runnable action, int limit) {
		Task task = new Task(size + TASK_BYTES, action);
		this.lock.lock();
		try {
			if (this.closing || this.bytes > limit - task.bytes() && !this.tasks.isEmpty()) {
				return this.closing;
			}
			this.tasks.add(task);
			this.bytes += task.bytes();
			this.changed.signalAll();
			return true;
		}
		finally {
			this.lock.unlock();
		}
	}

	void setUp(boolean up) {
		this.lock.lock();
		try {
			this.up = up;
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	long waitingBytes() {
		this.lock.lock();
		try {
			return this.bytes;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Publishes; waits while the port is down, unless this worker is being closed. To be
	 * called by a task.
	 * @param receivers told how many subscribers there were, or -1 if nobody knows, on
	 * any thread
	 */
	void publish(String channel, byte[] message, LongConsumer receivers) {
		awaitUp();
		this.port.publish(channel, message, receivers);
	}

	private void awaitUp() {
		this.lock.lock();
		try {
			while (!this.up && !this.closing) {
				this.changed.await();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void work() {
		int unflushed = 0;
		Task next = take();
		while (next != null) {
			try {
				next.action().run();
			}
			catch (RuntimeException ex) {
				// The next one must not suffer from this one.
				logger.error("A message to or from the original could not be carried out", ex);
			}
			unflushed++;
			if (unflushed >= FLUSH_AFTER || isIdle()) {
				unflushed = 0;
				this.port.flush();
			}
			next = take();
		}
	}

	private boolean isIdle() {
		this.lock.lock();
		try {
			return this.tasks.isEmpty();
		}
		finally {
			this.lock.unlock();
		}
	}

	private @Nullable Task take() {
		this.lock.lock();
		try {
			while (!this.closing && (this.tasks.isEmpty() || !this.up)) {
				this.changed.await();
			}
			Task next = this.tasks.poll();
			if (next != null) {
				this.bytes -= next.bytes();
			}
			return next;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Takes nothing more, and waits a few seconds until the rest is done.
	 */
	void close() {
		this.lock.lock();
		try {
			this.closing = true;
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
		try {
			this.thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private record Task(int bytes, Runnable action) {

	}

}
