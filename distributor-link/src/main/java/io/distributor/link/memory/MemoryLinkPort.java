package io.distributor.link.memory;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import io.distributor.link.port.LinkPortListener;
import io.distributor.link.port.PatternPort;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One end of a {@link MemoryLinkHub}. The listener is called by one thread of the port's
 * own. A publisher waits for room in the queue of a slow receiver for a second at most;
 * then the frame is dropped for that receiver and counted.
 * <p>
 * A port can be cut off and joined again, for tests.
 */
public final class MemoryLinkPort implements PatternPort {

	private static final Logger logger = LoggerFactory.getLogger(MemoryLinkPort.class);

	private static final int QUEUE_FRAMES = 16_384;

	private static final long ROOM_WAIT_MILLIS = 1000;

	private final MemoryLinkHub hub;

	private final BlockingQueue<Runnable> deliveries = new ArrayBlockingQueue<>(QUEUE_FRAMES);

	private final AtomicLong dropped = new AtomicLong();

	private volatile @Nullable LinkPortListener listener;

	private volatile @Nullable Thread thread;

	private volatile boolean up = true;

	private volatile boolean closed;

	MemoryLinkPort(MemoryLinkHub hub) {
		this.hub = hub;
	}

	@Override
	public void open(LinkPortListener listener) {
		if (this.listener != null) {
			throw new IllegalStateException("The port was opened before (expected: one open)");
		}
		this.listener = listener;
		Thread thread = new Thread(this::deliverAll, "distributor-link-memory");
		thread.setDaemon(true);
		this.thread = thread;
		if (this.up) {
			enqueue(listener::onUp);
		}
		thread.start();
	}

	private void deliverAll() {
		try {
			while (!this.closed) {
				runSafely(this.deliveries.take());
			}
		}
		catch (InterruptedException ex) {
			logger.debug("Memory port closed");
		}
	}

	@Override
	public void publish(String channel, byte[] frame) {
		if (this.up && !this.closed) {
			this.hub.publish(channel, frame);
		}
	}

	@Override
	public void publish(String channel, byte[] frame, LongConsumer receivers) {
		receivers.accept((this.up && !this.closed) ? this.hub.publish(channel, frame) : -1);
	}

	@Override
	public void flush() {
	}

	void deliver(String channel, byte[] frame) {
		deliver((listener) -> listener.onFrame(channel, frame));
	}

	void deliver(String pattern, String channel, byte[] frame) {
		deliver((listener) -> listener.onPatternFrame(pattern, channel, frame));
	}

	private void deliver(Consumer<LinkPortListener> frame) {
		LinkPortListener listener = this.listener;
		if (this.up && listener != null) {
			enqueue(() -> handOver(listener, frame));
		}
	}

	private void runSafely(Runnable delivery) {
		try {
			delivery.run();
		}
		catch (RuntimeException ex) {
			logger.error("Handling a frame failed", ex);
		}
	}

	private void handOver(LinkPortListener listener, Consumer<LinkPortListener> frame) {
		if (this.up && !this.closed) {
			frame.accept(listener);
		}
	}

	private void enqueue(Runnable delivery) {
		try {
			boolean room = this.deliveries.offer(delivery) || Thread.currentThread() != this.thread
					&& this.deliveries.offer(delivery, ROOM_WAIT_MILLIS, TimeUnit.MILLISECONDS);
			if (!room) {
				this.dropped.incrementAndGet();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void subscribe(String channel) {
		this.hub.subscribe(channel, this);
	}

	@Override
	public void unsubscribe(String channel) {
		this.hub.unsubscribe(channel, this);
	}

	@Override
	public void subscribePattern(String pattern) {
		this.hub.subscribe(ChannelPattern.of(pattern), this);
	}

	@Override
	public void unsubscribePattern(String pattern) {
		this.hub.unsubscribe(ChannelPattern.of(pattern), this);
	}

	/**
	 * Cuts the port off: what is published by it or for it is lost until {@link #up}.
	 */
	public void down() {
		this.up = false;
		LinkPortListener listener = this.listener;
		if (listener != null) {
			enqueue(() -> listener.onDown("cut off"));
		}
	}

	/**
	 * Joins the port again.
	 */
	public void up() {
		this.up = true;
		LinkPortListener listener = this.listener;
		if (listener != null) {
			enqueue(listener::onUp);
		}
	}

	/**
	 * Returns the frames dropped because the queue of this port was full.
	 * @return their number
	 */
	public long dropped() {
		return this.dropped.get();
	}

	@Override
	public void close() {
		this.closed = true;
		this.hub.unsubscribe(this);
		Thread thread = this.thread;
		if (thread != null) {
			thread.interrupt();
		}
	}

}
