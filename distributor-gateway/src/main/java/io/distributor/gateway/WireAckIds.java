package io.distributor.gateway;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives the acknowledgement ids that clients see: each once in the life of this
 * distributor. May be used from any thread.
 */
final class WireAckIds {

	private final AtomicLong last = new AtomicLong();

	long next() {
		return this.last.incrementAndGet();
	}

}
