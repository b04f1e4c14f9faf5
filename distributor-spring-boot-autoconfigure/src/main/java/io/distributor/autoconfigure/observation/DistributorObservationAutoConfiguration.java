package io.distributor.autoconfigure.observation;

import io.distributor.autoconfigure.BackendAutoConfiguration;
import io.distributor.autoconfigure.DistributorAutoConfiguration;
import io.distributor.backend.tracing.EventTracing;
import io.distributor.gateway.HeaderSource;
import io.distributor.link.Link;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of traces, from the event of a client through its handler to what
 * the handler emits. Only with a tracer: without one nothing is observed, since the
 * meters say the rest.
 */
@AutoConfiguration(before = { BackendAutoConfiguration.class, DistributorAutoConfiguration.class },
		afterName = { "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
				"org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration" })
@ConditionalOnClass(value = { ObservationRegistry.class, Link.class }, name = "io.micrometer.tracing.Tracer")
@ConditionalOnBean(value = ObservationRegistry.class, type = "io.micrometer.tracing.Tracer")
public final class DistributorObservationAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(HeaderSource.class)
	static class DistributorConfiguration {

		@Bean
		@ConditionalOnMissingBean(HeaderSource.class)
		ObservedHeaders distributorObservedHeaders(ObservationRegistry registry) {
			return new ObservedHeaders(registry);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(EventTracing.class)
	static class BackendConfiguration {

		@Bean
		@ConditionalOnMissingBean(EventTracing.class)
		ObservedTracing distributorObservedTracing(ObservationRegistry registry) {
			return new ObservedTracing(registry);
		}

	}

}
