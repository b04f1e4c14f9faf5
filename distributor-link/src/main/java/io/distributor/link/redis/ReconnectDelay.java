package io.distributor.link.redis;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits between attempts to connect: they double, and half of each is random so that a
 * fleet does not come back at once. Used by one thread.
 */
final class ReconnectDelay {

	private final long min;

	private final long max;

	private long next;

	ReconnectDelay(RedisLinkOptions options) {
		this.min = options.reconnectMin().toMillis();
		this.max = options.reconnectMax().toMillis();
		this.next = this.min;
	}

	long nextMillis() {
		long delay = this.next;
		this.next = Math.min(2 * delay, this.max);
		return delay / 2 + ThreadLocalRandom.current().nextLong(delay / 2 + 1);
	}

	void reset() {
		this.next = this.min;
	}

}
