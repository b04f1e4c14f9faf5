package io.distributor.link.node;

import java.util.Arrays;

import io.distributor.link.port.LinkPort;
import io.distributor.link.protocol.FrameOutput;

/**
 * Frames on their way into the port: it is flushed when enough of them are published, and
 * when there are no more. Used by one thread at a time, apart from {@link #isBusy} and
 * {@link #hasRoom}.
 */
final class PortOutput implements FrameOutput {

	private static final int FRAMES_PER_FLUSH = 64;

	/** So many flushes, each of which wakes other processes, make a port busy ... */
	private static final int FEW = 4;

	/** ... if they fall into this time. */
	private static final long MOMENT_NANOS = 1_000_000;

	private final LinkPort port;

	/** Times of the last flushes, in a ring. */
	private final long[] flushes = new long[FEW];

	private int next;

	private int unflushed;

	private volatile long busyUntil = System.nanoTime();

	PortOutput(LinkPort port) {
		this.port = port;
		Arrays.fill(this.flushes, System.nanoTime() - MOMENT_NANOS);
	}

	@Override
	public void publish(String channel, byte[] frame) {
		this.port.publish(channel, frame);
		if (++this.unflushed >= FRAMES_PER_FLUSH) {
			flush();
		}
	}

	void flush() {
		if (this.unflushed > 0) {
			this.unflushed = 0;
			this.port.flush();
			this.flushes[this.next] = System.nanoTime();
			this.next = (this.next + 1) % FEW;
			this.busyUntil = this.flushes[this.next] + MOMENT_NANOS;
		}
	}

	/**
	 * Returns whether there was a flush so often lately that the next one should take
	 * more along. May be called from any thread.
	 */
	boolean isBusy() {
		return System.nanoTime() - this.busyUntil < 0;
	}

	/** Returns whether who must not block may publish. */
	boolean hasRoom() {
		return this.port.hasRoom();
	}

}
