package io.distributor.link.protocol;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.distributor.link.presence.NodeId;

/**
 * Answers nodes that are not known or known to be dead, each at most once in a heartbeat
 * interval.
 */
final class Strangers {

	private static final int REMEMBERED = 1024;

	private final long interval;

	private final ReceiverOutput output;

	private final Map<NodeId, Long> answeredAt = new LinkedHashMap<>() {

		@Override
		protected boolean removeEldestEntry(Map.Entry<NodeId, Long> eldest) {
			return size() > REMEMBERED;
		}

	};

	Strangers(Duration interval, ReceiverOutput output) {
		this.interval = interval.toMillis();
		this.output = output;
	}

	/** Asks a node that sends without having introduced itself who it is. */
	void ask(NodeId stranger, long now) {
		if (isDue(stranger, now)) {
			this.output.tell((sender) -> sender.introduce(stranger, true));
		}
	}

	/** Tells a node that was declared dead that it was. */
	void fence(NodeId dead, long now) {
		if (isDue(dead, now)) {
			this.output.tell((sender) -> sender.fence(dead));
		}
	}

	private boolean isDue(NodeId id, long now) {
		Long before = this.answeredAt.get(id);
		if (before != null && now - before < this.interval) {
			return false;
		}
		this.answeredAt.put(id, now);
		return true;
	}

}
