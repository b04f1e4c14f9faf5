package io.distributor.autoconfigure.metrics;

import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
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

	Meters<T> seconds(String name, String description, ToDoubleFunction<T> value) {
		Gauge.builder(this.prefix + name, this.owner, value)
			.description(description)
			.baseUnit("seconds")
			.tags(this.tags)
			.register(this.registry);
		return this;
	}

	Meters<T> timer(String name, String description, ToLongFunction<T> count, ToDoubleFunction<T> nanos) {
		FunctionTimer.builder(this.prefix + name, this.owner, count, nanos, TimeUnit.NANOSECONDS)
			.description(description)
			.tags(this.tags)
			.register(this.registry);
		return this;
	}

	Meters<T> tagged(String key, String value) {
		return new Meters<>(this.registry, this.owner, this.prefix, this.tags.and(key, value));
	}

	Meters<T> counter(String name, String description, ToDoubleFunction<T> count, String... furtherTags) {
		FunctionCounter.builder(this.prefix + name, this.owner, count)
			.description(description)
			.tags(this.tags.and(furtherTags))
			.register(this.registry);
		return this;
	}

}
