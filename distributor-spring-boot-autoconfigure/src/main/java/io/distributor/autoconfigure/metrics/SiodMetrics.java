package io.distributor.autoconfigure.metrics;

import io.distributor.interop.siod.SiodStatistics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Meters of the bridge to the original socket.io-distributor.
 */
class SiodMetrics implements MeterBinder {

	private final SiodStatistics statistics;

	SiodMetrics(SiodStatistics statistics) {
		this.statistics = statistics;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		String messages = "Messages of the original, and for it";
		Meters<SiodStatistics> meters = new Meters<>(registry, this.statistics, "distributor.interop.siod.",
				Tags.empty());
		meters.gauge("sockets", "Clients on the bridge to the original", SiodStatistics::sockets)
			.bytes("queue", "What waits to be published or carried out", SiodStatistics::waitingBytes)
			.bytes("unhandled", "Events that the backend has not handled", SiodStatistics::unhandledBytes)
			.counter("messages", messages, SiodStatistics::messagesIn, "direction", "in")
			.counter("messages", messages, SiodStatistics::messagesOut, "direction", "out");
		bindTrouble(meters);
	}

	private static void bindTrouble(Meters<SiodStatistics> meters) {
		String dropped = "Messages that were not carried out, or not published";
		meters.counter("dropped", dropped, SiodStatistics::rejected, "reason", "rejected")
			.counter("dropped", dropped, SiodStatistics::ignored, "reason", "unknown")
			.counter("dropped", dropped, SiodStatistics::dropped, "reason", "full")
			.counter("dropped", dropped, SiodStatistics::lost, "reason", "lost")
			.counter("backend.down",
					"Times the clients of a namespace were disconnected because no original backend was there",
					SiodStatistics::backendsDown)
			.counter("overflows", "Clients disconnected because too many of their events waited",
					SiodStatistics::overflows)
			.counter("requests.forgotten", "Requests forgotten because too many waited for their answers",
					SiodStatistics::forgottenRequests);
	}

}
