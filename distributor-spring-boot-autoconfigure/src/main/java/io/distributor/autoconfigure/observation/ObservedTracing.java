package io.distributor.autoconfigure.observation;

import java.util.Map;

import io.distributor.backend.tracing.EventScope;
import io.distributor.backend.tracing.EventTracing;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;

/**
 * Observes handlers as parts of the traces that came with their events.
 */
final class ObservedTracing implements EventTracing {

	private final ObservationRegistry registry;

	ObservedTracing(ObservationRegistry registry) {
		this.registry = registry;
	}

	@Override
	public EventScope begin(String namespace, String event, Map<String, String> headers) {
		ReceiverContext<Map<String, String>> context = new ReceiverContext<>((carrier, key) -> headers.get(key),
				Kind.CONSUMER);
		context.setCarrier(headers);
		Observation observation = Observation
			.createNotStarted(EventObservation.HANDLE.getName(), () -> context, this.registry)
			.contextualName("handle " + event)
			.lowCardinalityKeyValue(EventObservation.EventKeyName.NAMESPACE.withValue(namespace))
			.lowCardinalityKeyValue(EventObservation.EventKeyName.EVENT.withValue(event))
			.start();
		return new ObservedScope(this.registry, observation);
	}

	@Override
	public Map<String, String> headers() {
		Observation current = this.registry.getCurrentObservation();
		return (current != null) ? Headers.ofSending(this.registry, EventObservation.EMIT, current, null) : Map.of();
	}

}
