package io.distributor.interop.siod;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import io.distributor.interop.adapter.AdapterChannels;
import io.distributor.interop.adapter.MalformedMessageException;
import io.distributor.link.port.LinkPortListener;
import io.distributor.link.port.PatternPort;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The side of a bridge on which the original is: what it publishes is brought to the
 * worker, in its order. Handlers are registered before {@link #open}; they and
 * {@link #publish} are run by the worker.
 */
final class OriginalSide implements LinkPortListener {

	private static final Logger logger = LoggerFactory.getLogger(OriginalSide.class);

	private static final LongConsumer NOBODY_ASKS = (receivers) -> {
	};

	private final PatternPort port;

	private final SiodOptions options;

	private final SiodCounters counters;

	private final BridgeWorker worker;

	private final Map<String, Consumer<byte[]>> handlers = new HashMap<>();

	/** By the pattern of the channels. */
	private final Map<String, Consumer<byte[]>> broadcastHandlers = new HashMap<>();

	OriginalSide(PatternPort port, SiodOptions options, SiodCounters counters) {
		this.port = port;
		this.options = options;
		this.counters = counters;
		this.worker = new BridgeWorker(port, options.queueBytes(), counters);
		counters.waitingBytes(this.worker::waitingBytes);
	}

	BridgeWorker worker() {
		return this.worker;
	}

	void onMessage(String channel, Consumer<byte[]> handler) {
		this.handlers.put(channel, handler);
	}

	void onBroadcast(AdapterChannels channels, Consumer<byte[]> handler) {
		this.broadcastHandlers.put(channels.broadcastPattern(), handler);
	}

	void open() {
		this.worker.start();
		this.port.open(this);
		this.handlers.keySet().forEach(this.port::subscribe);
		this.broadcastHandlers.keySet().forEach(this.port::subscribePattern);
	}

	@Override
	public void onFrame(String channel, byte[] frame) {
		hear(this.handlers.get(channel), frame);
	}

	@Override
	public void onPatternFrame(String pattern, String channel, byte[] frame) {
		hear(this.broadcastHandlers.get(pattern), frame);
	}

	private void hear(@Nullable Consumer<byte[]> handler, byte[] frame) {
		if (handler == null) {
			return;
		}
		if (frame.length > this.options.maxMessageBytes()) {
			this.counters.rejected.increment();
			logger.debug("A message of {} bytes is not read", frame.length);
			return;
		}
		this.worker.offer(frame.length, () -> carryOut(handler, frame));
	}

	private void carryOut(Consumer<byte[]> handler, byte[] message) {
		try {
			handler.accept(message);
			this.counters.messagesIn.increment();
		}
		catch (MalformedMessageException ex) {
			this.counters.rejected.increment();
			logger.debug("A message is rejected: {}", ex.getMessage());
		}
	}

	@Override
	public void onUp() {
		this.worker.setUp(true);
	}

	@Override
	public void onDown(String reason) {
		this.worker.setUp(false);
	}

	void publish(String channel, byte[] message) {
		publish(channel, message, NOBODY_ASKS);
	}

	/**
	 * Publishes.
	 * @param receivers told how many subscribers there were, on a thread of the port; not
	 * if nobody knows
	 */
	void publish(String channel, byte[] message, LongConsumer receivers) {
		this.counters.messagesOut.increment();
		this.worker.publish(channel, message, (count) -> {
			if (count < 0) {
				this.counters.lost.increment();
			}
			else {
				receivers.accept(count);
			}
		});
	}

	void close() {
		this.worker.close();
		this.port.close();
	}

}
