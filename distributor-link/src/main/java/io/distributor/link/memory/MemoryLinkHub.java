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

	private final Map<ChannelPattern, Set<MemoryLinkPort>> patterns = new ConcurrentHashMap<>();

	/**
	 * Makes a port on this hub.
	 * @return the port, not yet open
	 */
	public MemoryLinkPort port() {
		return new MemoryLinkPort(this);
	}

	/**
	 * Delivers a frame.
	 * @return how many got it
	 */
	int publish(String channel, byte[] frame) {
		int receivers = 0;
		for (MemoryLinkPort port : this.subscribers.getOrDefault(channel, Set.of())) {
			port.deliver(channel, frame);
			receivers++;
		}
		for (Map.Entry<ChannelPattern, Set<MemoryLinkPort>> entry : this.patterns.entrySet()) {
			if (entry.getKey().matches(channel)) {
				entry.getValue().forEach((port) -> port.deliver(entry.getKey().text(), channel, frame));
				receivers += entry.getValue().size();
			}
		}
		return receivers;
	}

	void subscribe(String channel, MemoryLinkPort port) {
		add(this.subscribers, channel, port);
	}

	void subscribe(ChannelPattern pattern, MemoryLinkPort port) {
		add(this.patterns, pattern, port);
	}

	void unsubscribe(String channel, MemoryLinkPort port) {
		remove(this.subscribers, channel, port);
	}

	void unsubscribe(ChannelPattern pattern, MemoryLinkPort port) {
		remove(this.patterns, pattern, port);
	}

	void unsubscribe(MemoryLinkPort port) {
		this.subscribers.keySet().forEach((channel) -> unsubscribe(channel, port));
		this.patterns.keySet().forEach((pattern) -> unsubscribe(pattern, port));
	}

	private static <K> void add(Map<K, Set<MemoryLinkPort>> subscribers, K key, MemoryLinkPort port) {
		subscribers.compute(key, (same, ports) -> {
			Set<MemoryLinkPort> changed = (ports != null) ? ports : new CopyOnWriteArraySet<>();
			changed.add(port);
			return changed;
		});
	}

	private static <K> void remove(Map<K, Set<MemoryLinkPort>> subscribers, K key, MemoryLinkPort port) {
		subscribers.computeIfPresent(key, (same, ports) -> {
			ports.remove(port);
			return ports.isEmpty() ? null : ports;
		});
	}

}
