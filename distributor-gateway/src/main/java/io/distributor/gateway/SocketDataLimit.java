package io.distributor.gateway;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.distributor.link.message.SetSocketData;

/**
 * Limits what homes may have kept, for one socket and for all. May be used from any
 * thread.
 */
final class SocketDataLimit {

	private static final Logger logger = LoggerFactory.getLogger(SocketDataLimit.class);

	private final int maxBytes;

	private final long maxTotal;

	private final GatewayCounters counters;

	private final AtomicBoolean reported = new AtomicBoolean();

	private final AtomicBoolean totalReported = new AtomicBoolean();

	SocketDataLimit(int maxBytes, long maxTotal, GatewayCounters counters) {
		this.maxBytes = maxBytes;
		this.maxTotal = maxTotal;
		this.counters = counters;
	}

	/**
	 * Takes room for data that replaces other data. If there is none, that is counted,
	 * and logged the first time.
	 * @param message the data
	 * @param before bytes of what it replaces
	 * @return whether the data is to be kept
	 */
	boolean allows(SetSocketData message, int before) {
		int size = message.data().length;
		if (size > this.maxBytes) {
			refuse(this.reported, message, this.maxBytes, "for one socket");
			return false;
		}
		AtomicLong total = this.counters.socketDataBytes;
		// What shrinks is taken in any case: that is how the sum gets smaller again.
		if (total.addAndGet(size - before) > this.maxTotal && size > before) {
			total.addAndGet(before - size);
			refuse(this.totalReported, message, this.maxTotal, "for all sockets together");
			return false;
		}
		return true;
	}

	/**
	 * Gives room back.
	 */
	void release(int bytes) {
		this.counters.socketDataBytes.addAndGet(-bytes);
	}

	private void refuse(AtomicBoolean reported, SetSocketData message, long limit, String scope) {
		this.counters.refusedData.increment();
		if (reported.compareAndSet(false, true)) {
			logger.warn(
					"Data of a socket of namespace {} is not kept: {} bytes (expected: <= {} {}). The next home gets "
							+ "what was set before. Further ones are counted only",
					message.namespace(), message.data().length, limit, scope);
		}
	}

}
