package io.distributor.autoconfigure.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.distributor.backend.statistics.EmitObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts what the application emits, by event. The names are the application's, but it
 * may make them up as it goes: those beyond two hundred count as one.
 */
class EmitCounters implements EmitObserver {

	private static final int LIMIT = 200;

	private static final String OTHER = "other";

	private final MeterRegistry registry;

	private final Map<String, Counter> counters = new ConcurrentHashMap<>();

	EmitCounters(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void onEmit(String namespace, String event) {
		Counter counter = this.counters.get(event);
		if (counter == null) {
			counter = this.counters.computeIfAbsent((this.counters.size() < LIMIT) ? event : OTHER, this::counter);
		}
		counter.increment();
	}

	private Counter counter(String event) {
		return Counter.builder("distributor.backend.emits")
			.description("Events emitted, a broadcast counted once")
			.tag("event", event)
			.register(this.registry);
	}

}
