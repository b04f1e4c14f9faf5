package io.distributor.link.node;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

import io.distributor.link.protocol.SenderHalf;
import io.distributor.link.protocol.SenderTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tasks for the sender half, and whose turn it is to do them. All are done in the order
 * they were added, by one thread at a time, which then flushes the port.
 * <p>
 * While little is sent, who adds a task does it: that saves waking the writer thread,
 * which takes longer than most tasks do. While much is sent, the writer thread does them
 * all, and <em>gathers</em> for a moment before it does: each flush wakes Redis and the
 * receivers, so frames are to be full. The moment grows from a tenth of a millisecond to
 * one as long as it brings in many tasks.
 * <p>
 * {@link #add}, {@link #addLazily} and {@link #wake} may be called from any thread and
 * never block, everything else by the writer thread only.
 */
final class LinkWriter {

	private static final Logger logger = LoggerFactory.getLogger(LinkWriter.class);

	private static final int TASKS_PER_ROUND = 4096;

	private static final long MIN_GATHER_NANOS = 100_000;

	private static final long MAX_GATHER_NANOS = 1_000_000;

	/** So many gathered tasks are worth a longer wait. */
	private static final int MANY = 8;

	/** How long a task without hurry waits at most where there is anything to do. */
	private static final long LAZY_NANOS = 5_000_000;

	/** What an event loop does besides its own work at most. */
	private static final int SMALL_BYTES = 16 * 1024;

	private final Queue<SenderTask> tasks = new ConcurrentLinkedQueue<>();

	private final ReentrantLock turn = new ReentrantLock();

	private final Thread thread;

	private final PortOutput output;

	private final SendLimit limit;

	private final SenderHalf sender;

	/** Whether the writer thread looks at the queue only when it is woken. */
	private volatile boolean resting;

	/** Whether a task without hurry was added since the last rest. */
	private volatile boolean lazy;

	private long gatherNanos = MIN_GATHER_NANOS;

	/** Whether the last round brought so much that more is to be expected. */
	private boolean gathering;

	LinkWriter(Thread thread, PortOutput output, SendLimit limit, SenderHalf sender) {
		this.thread = thread;
		this.output = output;
		this.limit = limit;
		this.sender = sender;
	}

	/**
	 * Adds a task, and does it if it is small and little is sent. The bytes it holds have
	 * been taken from the limit.
	 */
	void add(SenderTask task) {
		this.tasks.add(task);
		if (this.resting && !(isSmall(task) && writeSmall())) {
			wake();
		}
	}

	/**
	 * Adds a task that is in no hurry: it is done with the next one, or when the writer
	 * thread has rested.
	 */
	void addLazily(SenderTask task) {
		this.tasks.add(task);
		this.lazy = true;
	}

	void wake() {
		if (this.resting) {
			this.resting = false;
			LockSupport.unpark(this.thread);
		}
	}

	private static boolean isSmall(SenderTask task) {
		return task.bytes() > 0 && task.bytes() <= SMALL_BYTES;
	}

	/** Returns whether all that is queued is done. */
	private boolean writeSmall() {
		if (this.output.isBusy() || !this.output.hasRoom() || !this.turn.tryLock()) {
			return false;
		}
		try {
			long freed = 0;
			SenderTask task = this.tasks.peek();
			for (int i = 0; i < MANY && task != null && isSmall(task) && this.output.hasRoom(); i++) {
				this.tasks.remove();
				freed += task.bytes();
				run(task);
				task = this.tasks.peek();
			}
			finish(freed);
		}
		finally {
			this.turn.unlock();
		}
		return this.tasks.isEmpty();
	}

	/**
	 * Does what is queued, but not endlessly; gathers before if much is sent, though not
	 * so much that frames are full anyway.
	 * @return whether more is to be expected at once
	 */
	boolean write() {
		if (this.gathering || !this.tasks.isEmpty() && this.output.isBusy()) {
			LockSupport.parkNanos(this, this.gatherNanos);
		}
		int done;
		this.turn.lock();
		try {
			done = writeQueued();
		}
		finally {
			this.turn.unlock();
		}
		boolean many = done >= MANY;
		this.gathering = many && done < TASKS_PER_ROUND;
		this.gatherNanos = many ? Math.min(2 * this.gatherNanos, MAX_GATHER_NANOS)
				: Math.max(this.gatherNanos / 2, MIN_GATHER_NANOS);
		return many;
	}

	private int writeQueued() {
		long freed = 0;
		int done = 0;
		for (; done < TASKS_PER_ROUND; done++) {
			SenderTask task = this.tasks.poll();
			if (task == null) {
				break;
			}
			freed += task.bytes();
			run(task);
		}
		finish(freed);
		return done;
	}

	private void finish(long freed) {
		run(SenderHalf::publishOpenFrames);
		this.output.flush();
		this.limit.free(freed);
	}

	/** Does one task and flushes. */
	void runTask(SenderTask task) {
		this.turn.lock();
		try {
			run(task);
			this.output.flush();
		}
		finally {
			this.turn.unlock();
		}
	}

	private void run(SenderTask task) {
		try {
			task.runOn(this.sender);
		}
		catch (RuntimeException ex) {
			logger.error("Sending on the link failed", ex);
		}
	}

	/** Returns whether there is nothing to do, and all that was sent is acknowledged. */
	boolean isDone() {
		this.turn.lock();
		try {
			return this.tasks.isEmpty() && this.sender.isAllAcknowledged();
		}
		finally {
			this.turn.unlock();
		}
	}

	/** Waits for a task that is in a hurry, or for a time. */
	void rest(long nanos) {
		long longest = this.lazy ? Math.min(nanos, LAZY_NANOS) : nanos;
		this.lazy = false;
		this.resting = true;
		if (this.tasks.isEmpty()) {
			LockSupport.parkNanos(this, longest);
		}
		this.resting = false;
	}

}
