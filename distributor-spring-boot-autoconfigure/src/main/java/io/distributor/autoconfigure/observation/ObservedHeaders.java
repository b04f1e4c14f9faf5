package io.distributor.autoconfigure.observation;

import java.util.Map;

import io.distributor.gateway.HeaderSource;
import io.micrometer.observation.ObservationRegistry;

/**
 * Begins a trace with each event that a distributor sends to a home.
 */
final class ObservedHeaders implements HeaderSource {

	private final ObservationRegistry registry;

	ObservedHeaders(ObservationRegistry registry) {
		this.registry = registry;
	}

	@Override
	public Map<String, String> forEvent(String namespace) {
		return Headers.ofSending(this.registry, EventObservation.FORWARD, null, namespace);
	}

}
