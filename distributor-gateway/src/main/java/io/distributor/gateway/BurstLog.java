package io.distributor.gateway;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.util.concurrent.EventExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns of what happens to many sockets at a time, in one line a second at most. May be
 * used from any thread.
 */
final class BurstLog {

	private static final Logger logger = LoggerFactory.getLogger(BurstLog.class);

	private static final long LENGTH_MILLIS = 1000;

	private final String line;

	private final AtomicInteger count = new AtomicInteger();

	/**
	 * Creates a log.
	 * @param line what to say, with a place for the count
	 */
	BurstLog(String line) {
		this.line = line;
	}

	/**
	 * It happened to a socket.
	 * @param executor its event loop
	 */
	void count(EventExecutor executor) {
		if (this.count.getAndIncrement() > 0) {
			return;
		}
		try {
			executor.schedule(this::report, LENGTH_MILLIS, TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			report();
		}
	}

	private void report() {
		logger.warn(this.line, this.count.getAndSet(0));
	}

}
