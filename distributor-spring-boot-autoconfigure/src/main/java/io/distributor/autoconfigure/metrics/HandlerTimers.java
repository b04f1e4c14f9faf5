package io.distributor.autoconfigure.metrics;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.distributor.backend.statistics.EventOutcome;
import io.distributor.backend.statistics.HandlerObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * Times handlers, by namespace, event and outcome. Names of events that nothing handles
 * never become tags, so clients cannot invent any.
 */
class HandlerTimers implements HandlerObserver {

	private final MeterRegistry registry;

	private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

	HandlerTimers(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void onHandled(String namespace, String event, EventOutcome outcome, long nanos) {
		this.timers.computeIfAbsent(new Key(namespace, event, outcome), this::timer)
			.record(nanos, TimeUnit.NANOSECONDS);
	}

	private Timer timer(Key key) {
		return Timer.builder("distributor.backend.handler")
			.description("Time handlers take")
			.tag("namespace", key.namespace())
			.tag("event", key.event())
			.tag("outcome", key.outcome().name().toLowerCase(Locale.ROOT))
			.register(this.registry);
	}

	private record Key(String namespace, String event, EventOutcome outcome) {

	}

}
