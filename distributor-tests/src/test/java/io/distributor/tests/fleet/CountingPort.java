package io.distributor.tests.fleet;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

import io.distributor.link.port.LinkPort;
import io.distributor.link.port.LinkPortListener;
import org.jspecify.annotations.Nullable;

/**
 * Counts the frames that a node publishes, by channel, and can cut the node off without
 * telling it: as if its process had been killed, or hung.
 */
final class CountingPort implements LinkPort {

	private final LinkPort port;

	private final Map<String, LongAdder> published = new ConcurrentHashMap<>();

	private final AtomicBoolean cutOff = new AtomicBoolean();

	private volatile @Nullable LinkPortListener listener;

	CountingPort(LinkPort port) {
		this.port = port;
	}

	long published(String channel) {
		LongAdder count = this.published.get(channel);
		return (count != null) ? count.sum() : 0;
	}

	/** From now on nothing is published, no goodbye either, and nothing is heard. */
	void cutOff() {
		this.cutOff.set(true);
	}

	/** Takes back {@link #cutOff()}; what was sent meanwhile is lost. */
	void join() {
		this.cutOff.set(false);
	}

	/**
	 * Tells the node that it is cut off, if it is. Closed, it would else wait in vain for
	 * what others have received.
	 */
	void tellCutOff() {
		LinkPortListener listener = this.listener;
		if (listener != null && this.cutOff.get()) {
			listener.onDown("cut off");
		}
	}

	@Override
	public void open(LinkPortListener listener) {
		this.listener = listener;
		this.port.open(new LinkPortListener() {

			@Override
			public void onFrame(String channel, byte[] frame) {
				if (!CountingPort.this.cutOff.get()) {
					listener.onFrame(channel, frame);
				}
			}

			@Override
			public void onUp() {
				listener.onUp();
			}

			@Override
			public void onDown(String reason) {
				listener.onDown(reason);
			}

		});
	}

	@Override
	public void publish(String channel, byte[] frame) {
		if (!this.cutOff.get()) {
			this.published.computeIfAbsent(channel, (key) -> new LongAdder()).increment();
			this.port.publish(channel, frame);
		}
	}

	@Override
	public void flush() {
		this.port.flush();
	}

	@Override
	public void subscribe(String channel) {
		this.port.subscribe(channel);
	}

	@Override
	public void unsubscribe(String channel) {
		this.port.unsubscribe(channel);
	}

	@Override
	public void close() {
		this.port.close();
	}

}
