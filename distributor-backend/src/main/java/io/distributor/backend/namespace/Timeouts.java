package io.distributor.backend.namespace;

import java.time.Duration;

/**
 * Times that applications set.
 */
final class Timeouts {

	private Timeouts() {
	}

	static Duration requirePositive(Duration timeout) {
		if (timeout.isZero() || timeout.isNegative()) {
			throw new IllegalArgumentException("timeout: " + timeout + " (expected: > 0)");
		}
		return timeout;
	}

}
