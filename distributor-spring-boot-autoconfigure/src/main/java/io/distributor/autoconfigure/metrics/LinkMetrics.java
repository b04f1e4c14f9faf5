package io.distributor.autoconfigure.metrics;

import io.distributor.link.node.LinkNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Meters of one end of the link, tagged with the role it belongs to.
 */
class LinkMetrics implements MeterBinder {

	private static final double MILLIS = 1000;

	private final LinkNode link;

	private final String role;

	LinkMetrics(LinkNode link, String role) {
		this.link = link;
		this.role = role;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Meters<LinkNode> meters = new Meters<>(registry, this.link, "distributor.link.", Tags.of("role", this.role));
		meters.gauge("up", "Whether the link can send", (node) -> node.isUp() ? 1 : 0)
			.gauge("nodes", "Other processes alive on the link", (node) -> node.nodes().size())
			.bytes("queue", "What waits to be published", (node) -> node.statistics().queueBytes())
			.bytes("queue.limit", "What may wait to be published", (node) -> node.options().queueBytes())
			.bytes("log", "What waits for acknowledgements of all receivers", (node) -> node.statistics().logBytes())
			.bytes("log.limit", "What may wait for acknowledgements of one receiver",
					(node) -> node.options().logBytes())
			.timer("latency", "Time from publishing a heartbeat until it is heard, sampled once a heartbeat",
					(node) -> node.statistics().heartbeatsHeard(),
					(node) -> node.statistics().heartbeatTime().toNanos())
			.counter("outages", "Times the link was cut off", (node) -> node.statistics().outages())
			.seconds("outage.last", "Length of the last outage that is over",
					(node) -> node.statistics().lastOutage().toMillis() / MILLIS)
			.seconds("outage.time", "How long the link was cut off in all, an outage that lasts included",
					(node) -> node.statistics().outageTime().toMillis() / MILLIS);
		bindTraffic(meters);
		bindTrouble(meters);
	}

	private static void bindTraffic(Meters<LinkNode> meters) {
		String frames = "Frames, those for others too";
		String messages = "Messages, a broadcast counted once";
		meters.counter("frames", frames, (node) -> node.statistics().framesOut(), "direction", "out")
			.counter("frames", frames, (node) -> node.statistics().framesIn(), "direction", "in")
			.counter("messages", messages, (node) -> node.statistics().messagesOut(), "direction", "out")
			.counter("messages", messages, (node) -> node.statistics().messagesIn(), "direction", "in");
	}

	private static void bindTrouble(Meters<LinkNode> meters) {
		String dropped = "Messages and frames dropped";
		meters
			.counter("resent", "Entries sent again because a receiver missed them",
					(node) -> node.statistics().resent())
			.counter("duplicates", "Entries received again", (node) -> node.statistics().duplicates())
			.counter("gaps", "Times entries were missing and asked for", (node) -> node.statistics().gaps())
			.counter("dropped", dropped, (node) -> node.statistics().volatileDropped(), "reason", "volatile")
			.counter("dropped", dropped, (node) -> node.statistics().heldDropped(), "reason", "held")
			.counter("dropped", dropped, (node) -> node.statistics().undeliverable(), "reason", "undeliverable")
			.counter("dropped", dropped, (node) -> node.statistics().unreadable(), "reason", "unreadable")
			.counter("dropped", dropped, (node) -> node.statistics().rejected(), "reason", "rejected")
			.counter("stalled", "Processes taken for dead because they acknowledged nothing, though they were heard",
					(node) -> node.statistics().stalled())
			.counter("refused", "Messages not taken because the link was full", (node) -> node.statistics().refused())
			.counter("restarts", "New ids taken because others took this process for dead",
					(node) -> node.statistics().identityRestarts());
	}

}
