package io.distributor.link.node;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.distributor.link.port.LinkPort;
import io.distributor.link.port.LinkPortListener;

/**
 * A port that tells whether it has room, and remembers who published.
 */
final class RoomyPort implements LinkPort {

	final Set<Thread> publishers = ConcurrentHashMap.newKeySet();

	final AtomicInteger collisions = new AtomicInteger();

	volatile boolean room = true;

	private final AtomicInteger publishing = new AtomicInteger();

	private final LinkPort port;

	RoomyPort(LinkPort port) {
		this.port = port;
	}

	@Override
	public boolean hasRoom() {
		return this.room;
	}

	@Override
	public void publish(String channel, byte[] frame) {
		this.publishers.add(Thread.currentThread());
		if (this.publishing.incrementAndGet() > 1) {
			this.collisions.incrementAndGet();
		}
		this.port.publish(channel, frame);
		this.publishing.decrementAndGet();
	}

	@Override
	public void open(LinkPortListener listener) {
		this.port.open(listener);
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
