package io.distributor.tests.fleet;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

import io.distributor.link.port.LinkPort;
import io.distributor.link.port.LinkPortListener;

/**
 * Counts the frames that a node publishes, by channel, and can make the node fall silent
 * as if its process had been killed.
 */
final class CountingPort implements LinkPort {

	private final LinkPort port;

	private final Map<String, LongAdder> published = new ConcurrentHashMap<>();

	private final AtomicBoolean silent = new AtomicBoolean();

	CountingPort(LinkPort port) {
		this.port = port;
	}

	long published(String channel) {
		LongAdder count = this.published.get(channel);
		return (count != null) ? count.sum() : 0;
	}

	/** From now on nothing is published, no goodbye either. */
	void silence() {
		this.silent.set(true);
	}

	@Override
	public void open(LinkPortListener listener) {
		this.port.open(listener);
	}

	@Override
	public void publish(String channel, byte[] frame) {
		if (!this.silent.get()) {
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
