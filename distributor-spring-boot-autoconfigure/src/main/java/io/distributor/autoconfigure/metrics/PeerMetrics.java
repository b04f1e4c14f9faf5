package io.distributor.autoconfigure.metrics;

import io.distributor.interop.peer.PeerStatistics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Meters of what emitters and other servers say.
 */
class PeerMetrics implements MeterBinder {

	private final PeerStatistics statistics;

	PeerMetrics(PeerStatistics statistics) {
		this.statistics = statistics;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		String received = "Messages of emitters and other servers";
		new Meters<>(registry, this.statistics, "distributor.interop.", Tags.empty())
			.counter("received", received, PeerStatistics::broadcasts, "kind", "broadcast")
			.counter("received", received, PeerStatistics::requests, "kind", "request")
			.counter("received", received, PeerStatistics::own, "kind", "own")
			.counter("received", received, PeerStatistics::refused, "kind", "refused")
			.counter("answers.incomplete", "Answers to other servers that did not have everything",
					PeerStatistics::incompleteAnswers);
	}

}
