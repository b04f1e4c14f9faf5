package io.distributor.link.node;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import io.distributor.link.port.LinkPort;
import io.distributor.link.protocol.FrameOutput;
import io.distributor.link.protocol.SenderHalf;
import io.distributor.link.protocol.SenderTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the writer thread works on: tasks in, frames out. It packs what is queued and
 * flushes the port when the queue is empty or enough frames are written: under load
 * frames get fuller by themselves, without load nothing waits.
 * <p>
 * {@link #add} may be called from any thread, everything else by the writer thread only.
 */
final class LinkWriter implements FrameOutput {

	private static final Logger logger = LoggerFactory.getLogger(LinkWriter.class);

	private static final int TASKS_PER_ROUND = 4096;

	private static final int FRAMES_PER_FLUSH = 64;

	private final Queue<SenderTask> tasks = new ConcurrentLinkedQueue<>();

	private final AtomicBoolean parked = new AtomicBoolean();

	private final Thread thread;

	private final LinkPort port;

	private final SendLimit limit;

	private int unflushed;

	LinkWriter(Thread thread, LinkPort port, SendLimit limit) {
		this.thread = thread;
		this.port = port;
		this.limit = limit;
	}

	/** Adds a task; the bytes it holds have been taken from the limit. */
	void add(SenderTask task) {
		this.tasks.add(task);
		wake();
	}

	void wake() {
		if (this.parked.get() && this.parked.compareAndSet(true, false)) {
			LockSupport.unpark(this.thread);
		}
	}

	@Override
	public void publish(String channel, byte[] frame) {
		this.port.publish(channel, frame);
		if (++this.unflushed >= FRAMES_PER_FLUSH) {
			flush();
		}
	}

	private void flush() {
		if (this.unflushed > 0) {
			this.unflushed = 0;
			this.port.flush();
		}
	}

	/** Does what is queued, but not endlessly. */
	void runTasks(SenderHalf sender) {
		long freed = 0;
		for (int i = 0; i < TASKS_PER_ROUND; i++) {
			SenderTask task = this.tasks.poll();
			if (task == null) {
				break;
			}
			freed += task.bytes();
			run(task, sender);
		}
		run(SenderHalf::publishOpenFrames, sender);
		flush();
		this.limit.free(freed);
	}

	/** Does one task and flushes. */
	void runTask(SenderTask task, SenderHalf sender) {
		run(task, sender);
		flush();
	}

	private void run(SenderTask task, SenderHalf sender) {
		try {
			task.runOn(sender);
		}
		catch (RuntimeException ex) {
			logger.error("Sending on the link failed", ex);
		}
	}

	boolean isIdle() {
		return this.tasks.isEmpty();
	}

	/** Waits for a task, or for a time. */
	void await(long nanos) {
		this.parked.set(true);
		if (this.tasks.isEmpty()) {
			LockSupport.parkNanos(this, nanos);
		}
		this.parked.set(false);
	}

}
