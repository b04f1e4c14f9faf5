package io.distributor.link.node;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.distributor.link.port.LinkPort;

/**
 * A port that tells whether it has room, and remembers who published.
 */
final class RoomyPort extends ForwardingPort {

	final Set<Thread> publishers = ConcurrentHashMap.newKeySet();

	final AtomicInteger collisions = new AtomicInteger();

	volatile boolean room = true;

	private final AtomicInteger publishing = new AtomicInteger();

	RoomyPort(LinkPort port) {
		super(port);
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
		super.publish(channel, frame);
		this.publishing.decrementAndGet();
	}

}
