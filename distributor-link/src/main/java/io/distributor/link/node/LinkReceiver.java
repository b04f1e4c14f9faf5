package io.distributor.link.node;

import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

import io.distributor.link.port.LinkPortListener;
import io.distributor.link.protocol.ReceiverHalf;

/**
 * Lets one thread at a time into the receiver half, and so to the listener: the receiving
 * thread of the port, or the writer when time has brought something up.
 */
final class LinkReceiver implements LinkPortListener {

	private static final long TICK_MILLIS = 25;

	private final ReentrantLock lock = new ReentrantLock();

	private final ReceiverHalf half;

	private final OutageLog outages;

	private final LinkClock clock;

	private long tickAt;

	private volatile boolean up;

	private volatile Instant since = Instant.now();

	LinkReceiver(ReceiverHalf half, OutageLog outages, LinkClock clock) {
		this.half = half;
		this.outages = outages;
		this.clock = clock;
	}

	boolean isUp() {
		return this.up;
	}

	/** Returns since when it is up, or not up. */
	Instant since() {
		return this.since;
	}

	/** Returns whether the listener is being called by the current thread. */
	boolean isInListener() {
		return this.lock.isHeldByCurrentThread();
	}

	@Override
	public void onFrame(String channel, byte[] frame) {
		this.lock.lock();
		try {
			long now = this.clock.millis();
			this.half.receive(channel, frame, now);
			tickIfDue(now);
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public void onUp() {
		this.lock.lock();
		try {
			long now = this.clock.millis();
			this.since = this.up ? this.since : Instant.now();
			this.up = true;
			this.outages.up(now);
			this.half.portUp(now);
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public void onDown(String reason) {
		this.lock.lock();
		try {
			this.since = this.up ? Instant.now() : this.since;
			this.up = false;
			this.outages.down(this.clock.millis(), reason);
			this.half.portDown();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Does what time has brought up, unless a frame is being handled. */
	void tick() {
		if (this.lock.tryLock()) {
			try {
				tickIfDue(this.clock.millis());
			}
			finally {
				this.lock.unlock();
			}
		}
	}

	private void tickIfDue(long now) {
		if (now >= this.tickAt || this.half.hasGap()) {
			this.tickAt = now + TICK_MILLIS;
			this.half.tick(now);
		}
	}

}
