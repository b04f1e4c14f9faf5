package io.distributor.interop.siod;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Counts. May be used from any thread.
 */
final class SiodCounters implements SiodStatistics {

	final AtomicLong sockets = new AtomicLong();

	/** Bytes of events of clients that the backend has not handled. */
	final AtomicLong unhandledBytes = new AtomicLong();

	final LongAdder messagesOut = new LongAdder();

	final LongAdder messagesIn = new LongAdder();

	final LongAdder rejected = new LongAdder();

	final LongAdder ignored = new LongAdder();

	final LongAdder dropped = new LongAdder();

	final LongAdder lost = new LongAdder();

	final LongAdder backendsDown = new LongAdder();

	final LongAdder overflows = new LongAdder();

	final LongAdder forgottenRequests = new LongAdder();

	private volatile LongSupplier waitingBytes = () -> 0;

	void waitingBytes(LongSupplier waitingBytes) {
		this.waitingBytes = waitingBytes;
	}

	@Override
	public long sockets() {
		return this.sockets.get();
	}

	@Override
	public long unhandledBytes() {
		return this.unhandledBytes.get();
	}

	@Override
	public long messagesOut() {
		return this.messagesOut.sum();
	}

	@Override
	public long messagesIn() {
		return this.messagesIn.sum();
	}

	@Override
	public long rejected() {
		return this.rejected.sum();
	}

	@Override
	public long ignored() {
		return this.ignored.sum();
	}

	@Override
	public long dropped() {
		return this.dropped.sum();
	}

	@Override
	public long lost() {
		return this.lost.sum();
	}

	@Override
	public long backendsDown() {
		return this.backendsDown.sum();
	}

	@Override
	public long overflows() {
		return this.overflows.sum();
	}

	@Override
	public long forgottenRequests() {
		return this.forgottenRequests.sum();
	}

	@Override
	public long waitingBytes() {
		return this.waitingBytes.getAsLong();
	}

}
