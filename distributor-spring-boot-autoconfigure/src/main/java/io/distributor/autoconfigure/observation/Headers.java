package io.distributor.autoconfigure.observation;

import java.util.HashMap;
import java.util.Map;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes the context of a trace into headers of the link.
 */
final class Headers {

	private Headers() {
	}

	/**
	 * Observes that something is sent.
	 * @param registry where to observe
	 * @param what what is observed
	 * @param parent what it is part of, or {@code null} for a trace of its own
	 * @param namespace name of the namespace, or {@code null} if it is the parent's
	 * @return the headers
	 */
	static Map<String, String> ofSending(ObservationRegistry registry, EventObservation what,
			@Nullable Observation parent, @Nullable String namespace) {
		Map<String, String> headers = new HashMap<>(4);
		SenderContext<Map<String, String>> context = new SenderContext<>(
				(carrier, key, value) -> headers.put(key, value), Kind.PRODUCER);
		context.setCarrier(headers);
		Observation observation = Observation.createNotStarted(what.getName(), () -> context, registry)
			.parentObservation(parent);
		if (namespace != null) {
			observation.lowCardinalityKeyValue(EventObservation.EventKeyName.NAMESPACE.withValue(namespace));
		}
		observation.start().stop();
		return headers;
	}

}
