package io.distributor.autoconfigure.metrics;

import io.distributor.engine.forward.ForwardingStatistics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Meters of what goes from distributor to distributor.
 */
class ForwardingMetrics implements MeterBinder {

	private final ForwardingStatistics statistics;

	private final int limit;

	ForwardingMetrics(ForwardingStatistics statistics, int limit) {
		this.statistics = statistics;
		this.limit = limit;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		new Meters<>(registry, this.statistics, "distributor.server.forwarding.", Tags.empty())
			.gauge("active", "Requests and websockets under way to other distributors", ForwardingStatistics::underWay)
			.gauge("active.limit", "Bound of that", (statistics) -> this.limit)
			.counter("sent", "Requests forwarded to other distributors", ForwardingStatistics::forwarded)
			.counter("failed", "Requests forwarded that got no answer", ForwardingStatistics::failed)
			.counter("taken", "Requests of other distributors", ForwardingStatistics::taken)
			.counter("rejected", "Requests turned away because they were not signed by a distributor",
					ForwardingStatistics::rejected);
	}

}
