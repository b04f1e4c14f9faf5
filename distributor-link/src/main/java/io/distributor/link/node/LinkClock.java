package io.distributor.link.node;

import java.util.concurrent.TimeUnit;

/**
 * Milliseconds that never go back.
 */
final class LinkClock {

	long millis() {
		return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
	}

}
