package io.distributor.link.memory;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * Joins ports of one process. May be used from any thread.
 */
public final class MemoryLinkHub {

	private final Map<String, Set<MemoryLinkPort>> subscribers = new ConcurrentHashMap<>();

	/**
	 * Makes a port on this hub.
	 * @return the port, not yet open
	 */
	public MemoryLinkPort port() {
		return new MemoryLinkPort(this);
	}

	void publish(String channel, byte[] frame) {
		for (MemoryLinkPort port : this.subscribers.getOrDefault(channel, Set.of())) {
			port.deliver(channel, frame);
		}
	}

	void subscribe(String channel, MemoryLinkPort port) {
		this.subscribers.compute(channel, (name, ports) -> {
			Set<MemoryLinkPort> changed = (ports != null) ? ports : new CopyOnWriteArraySet<>();
			changed.add(port);
			return changed;
		});
	}

	void unsubscribe(String channel, MemoryLinkPort port) {
		this.subscribers.computeIfPresent(channel, (name, ports) -> {
			ports.remove(port);
			return ports.isEmpty() ? null : ports;
		});
	}

	void unsubscribe(MemoryLinkPort port) {
		this.subscribers.keySet().forEach((channel) -> unsubscribe(channel, port));
	}

}
