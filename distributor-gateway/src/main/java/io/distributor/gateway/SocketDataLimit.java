package io.distributor.gateway;

import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.distributor.link.message.SetSocketData;

/**
 * Limits what homes may have kept for a socket. May be used from any thread.
 */
final class SocketDataLimit {

	private static final Logger logger = LoggerFactory.getLogger(SocketDataLimit.class);

	private final int maxBytes;

	private final GatewayCounters counters;

	private final AtomicBoolean reported = new AtomicBoolean();

	SocketDataLimit(int maxBytes, GatewayCounters counters) {
		this.maxBytes = maxBytes;
		this.counters = counters;
	}

	/**
	 * Returns whether the data is to be kept. If not, that is counted, and logged the
	 * first time.
	 */
	boolean allows(SetSocketData message) {
		if (message.data().length <= this.maxBytes) {
			return true;
		}
		this.counters.refusedData.increment();
		if (this.reported.compareAndSet(false, true)) {
			logger.warn(
					"Data of a socket of namespace {} is not kept: {} bytes (expected: <= {}). The next home gets "
							+ "what was set before. Further ones are counted only",
					message.namespace(), message.data().length, this.maxBytes);
		}
		return false;
	}

}
