package io.distributor.interop.channel;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

import io.distributor.link.port.PatternPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes on one thread what any thread adds, in order. What does not fit is dropped
 * and counted: nobody waits. Threads that add at the same moment may exceed the limit by
 * one message each.
 */
final class PublishQueue implements ChannelStatistics {

	private static final Logger logger = LoggerFactory.getLogger(PublishQueue.class);

	private static final int FLUSH_MESSAGES = 64;

	private static final long REST_MILLIS = 100;

	private static final long CLOSE_MILLIS = 3_000;

	private final PatternPort port;

	private final long maxBytes;

	private final BlockingQueue<Publication> queue = new LinkedBlockingQueue<>();

	private final AtomicLong bytes = new AtomicLong();

	private final LongAdder published = new LongAdder();

	private final LongAdder dropped = new LongAdder();

	private final Thread thread = new Thread(this::publishAll, "distributor-interop");

	private volatile boolean closed;

	PublishQueue(PatternPort port, long maxBytes) {
		this.port = port;
		this.maxBytes = maxBytes;
		this.thread.setDaemon(true);
	}

	void start() {
		this.thread.start();
	}

	void add(Publication publication) {
		if (!this.closed && this.bytes.get() + publication.size() <= this.maxBytes) {
			this.bytes.addAndGet(publication.size());
			this.queue.add(publication);
		}
		else {
			this.dropped.increment();
			publication.receivers().accept(-1);
		}
	}

	private void publishAll() {
		try {
			while (!this.closed || !this.queue.isEmpty()) {
				Publication next = this.queue.poll(REST_MILLIS, TimeUnit.MILLISECONDS);
				for (int i = 0; next != null; i++) {
					publish(next);
					next = (i < FLUSH_MESSAGES) ? this.queue.poll() : null;
				}
				this.port.flush();
			}
		}
		catch (InterruptedException ex) {
			logger.debug("Publishing was interrupted");
		}
	}

	private void publish(Publication publication) {
		this.bytes.addAndGet(-publication.size());
		try {
			this.port.publish(publication.channel(), publication.message().get(), publication.receivers());
			this.published.increment();
		}
		catch (RuntimeException ex) {
			this.dropped.increment();
			logger.error("A message of about {} bytes could not be published", publication.bytes(), ex);
		}
	}

	/**
	 * Publishes what was added, and ends.
	 */
	void close() {
		this.closed = true;
		try {
			this.thread.join(CLOSE_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.thread.interrupt();
	}

	@Override
	public long published() {
		return this.published.sum();
	}

	@Override
	public long dropped() {
		return this.dropped.sum();
	}

	@Override
	public long queuedBytes() {
		return this.bytes.get();
	}

}
