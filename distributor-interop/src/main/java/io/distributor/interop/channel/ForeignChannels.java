package io.distributor.interop.channel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

import io.distributor.link.port.LinkPortListener;
import io.distributor.link.port.PatternPort;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The channels of others that a process hears and publishes on, over a port of its own.
 * Delivery is at most once, in the order of each channel: what is published while Redis
 * is away is lost, here as among the others.
 * <p>
 * May be used from any thread, and nothing blocks but {@link #close()}. Listeners are
 * called by the thread of the port.
 */
public final class ForeignChannels implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(ForeignChannels.class);

	/** Nobody publishes there: a connection without a subscription would be given up. */
	private static final String IDLE_CHANNEL = "distributor-interop";

	private static final LongConsumer NOBODY_ASKS = (receivers) -> {
	};

	private final PatternPort port;

	private final long maxQueuedBytes;

	private final PublishQueue queue;

	private final Map<String, ChannelListener> channels = new ConcurrentHashMap<>();

	private final Map<String, ChannelListener> patterns = new ConcurrentHashMap<>();

	private volatile boolean up;

	/**
	 * Creates the channels; nothing happens before {@link #open}.
	 * @param port the port, not open yet; it is closed with the channels
	 * @param maxQueuedBytes bytes that may wait to be published; what is beyond is
	 * dropped and counted
	 */
	public ForeignChannels(PatternPort port, long maxQueuedBytes) {
		this.port = port;
		this.maxQueuedBytes = maxQueuedBytes;
		this.queue = new PublishQueue(port, maxQueuedBytes);
	}

	/**
	 * Connects in the background. To be called once.
	 */
	public void open() {
		this.port.open(new Receiver());
		this.port.subscribe(IDLE_CHANNEL);
		this.queue.start();
	}

	/**
	 * Hears a channel from now on, again after every outage. Replaces who heard it
	 * before.
	 * @param channel name of the channel
	 * @param listener hears it
	 */
	public void subscribe(String channel, ChannelListener listener) {
		this.channels.put(channel, listener);
		this.port.subscribe(channel);
	}

	/**
	 * Ends a subscription.
	 * @param channel name of the channel
	 */
	public void unsubscribe(String channel) {
		this.channels.remove(channel);
		this.port.unsubscribe(channel);
	}

	/**
	 * Hears all channels that match a pattern from now on, again after every outage.
	 * @param pattern the pattern, see {@link PatternPort#subscribePattern}
	 * @param listener hears them
	 */
	public void subscribePattern(String pattern, ChannelListener listener) {
		this.patterns.put(pattern, listener);
		this.port.subscribePattern(pattern);
	}

	/**
	 * Ends a subscription to a pattern.
	 * @param pattern the pattern
	 */
	public void unsubscribePattern(String pattern) {
		this.patterns.remove(pattern);
		this.port.unsubscribePattern(pattern);
	}

	/**
	 * Publishes a message, at most once.
	 * @param channel name of the channel
	 * @param message its bytes, not changed afterwards
	 */
	public void publish(String channel, byte[] message) {
		publish(channel, message, NOBODY_ASKS);
	}

	/**
	 * Publishes a message, at most once, and tells who heard it.
	 * @param channel name of the channel
	 * @param message its bytes, not changed afterwards
	 * @param receivers is told once, on any thread, how many subscribers got it; -1 if
	 * that is not known or it was dropped. Must not block
	 */
	public void publish(String channel, byte[] message, LongConsumer receivers) {
		this.queue.add(new Publication(channel, message.length, () -> message, receivers));
	}

	/**
	 * Publishes a message, at most once, that the publishing thread is to write.
	 * @param channel name of the channel
	 * @param bytes its size, about
	 * @param message writes it; called once, unless it is dropped
	 */
	public void publish(String channel, long bytes, Supplier<byte[]> message) {
		this.queue.add(new Publication(channel, bytes, message, NOBODY_ASKS));
	}

	/**
	 * Returns whether the port is connected now.
	 * @return whether it is
	 */
	public boolean isUp() {
		return this.up;
	}

	/**
	 * Returns what may wait to be published.
	 * @return bytes
	 */
	public long maxQueuedBytes() {
		return this.maxQueuedBytes;
	}

	/**
	 * Returns what was published.
	 * @return the statistics, live
	 */
	public ChannelStatistics statistics() {
		return this.queue;
	}

	/**
	 * Publishes what is waiting, for a few seconds at most, and closes the port.
	 */
	@Override
	public void close() {
		this.queue.close();
		this.port.close();
	}

	/** Brings what arrives to who hears it. */
	private final class Receiver implements LinkPortListener {

		@Override
		public void onFrame(String channel, byte[] frame) {
			tell(ForeignChannels.this.channels.get(channel), channel, frame);
		}

		@Override
		public void onPatternFrame(String pattern, String channel, byte[] frame) {
			tell(ForeignChannels.this.patterns.get(pattern), channel, frame);
		}

		private void tell(@Nullable ChannelListener listener, String channel, byte[] frame) {
			if (listener == null) {
				return;
			}
			try {
				listener.onMessage(channel, frame);
			}
			catch (RuntimeException ex) {
				// The next message must not suffer from this one.
				logger.error("A message of {} bytes could not be handled", frame.length, ex);
			}
		}

		@Override
		public void onUp() {
			ForeignChannels.this.up = true;
			logger.info("Channels of emitters and other servers are heard");
		}

		@Override
		public void onDown(String reason) {
			ForeignChannels.this.up = false;
			logger.debug("Channels of emitters and other servers are not heard: {}", reason);
		}

	}

}
