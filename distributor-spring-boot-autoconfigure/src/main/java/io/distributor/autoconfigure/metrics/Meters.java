package io.distributor.autoconfigure.metrics;

import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

/**
 * Registers meters that read what their owner counts.
 *
 * @param <T> type of the owner
 */
final class Meters<T> {

	private final MeterRegistry registry;

	private final T owner;

	private final String prefix;

	private final Tags tags;

	/**
	 * Creates a registration.
	 * @param registry where to register
	 * @param owner what counts; held weakly by the registry
	 * @param prefix beginning of all names
	 * @param tags tags of all meters
	 */
	Meters(MeterRegistry registry, T owner, String prefix, Tags tags) {
		this.registry = registry;
		this.owner = owner;
		this.prefix = prefix;
		this.tags = tags;
	}

	Meters<T> gauge(String name, String description, ToDoubleFunction<T> value) {
		Gauge.builder(this.prefix + name, this.owner, value)
			.description(description)
			.tags(this.tags)
			.register(this.registry);
		return this;
	}

	Meters<T> bytes(String name, String description, ToDoubleFunction<T> value) {
		Gauge.builder(this.prefix + name, this.owner, value)
			.description(description)
			.baseUnit("bytes")
			.tags(this.tags)
			.register(this.registry);
		return this;
	}

	Meters<T> counter(String name, String description, ToDoubleFunction<T> count, String... furtherTags) {
		FunctionCounter.builder(this.prefix + name, this.owner, count)
			.description(description)
			.tags(this.tags.and(furtherTags))
			.register(this.registry);
		return this;
	}

}
