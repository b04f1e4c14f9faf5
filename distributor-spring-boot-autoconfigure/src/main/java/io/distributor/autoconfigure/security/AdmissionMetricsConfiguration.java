package io.distributor.autoconfigure.security;

import io.distributor.security.HandshakeAdmission;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Meters of the authentication in a distributor.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(MeterBinder.class)
@ConditionalOnBean(HandshakeAdmission.class)
class AdmissionMetricsConfiguration {

	@Bean
	MeterBinder distributorAdmissionMetrics(HandshakeAdmission admission) {
		return (registry) -> {
			Gauge.builder("distributor.gateway.authentications.waiting", admission, HandshakeAdmission::waiting)
				.description("Clients that wait to be authenticated")
				.register(registry);
			FunctionCounter
				.builder("distributor.gateway.authentications.rejected", admission, HandshakeAdmission::rejected)
				.description("Clients refused because too many waited to be authenticated")
				.register(registry);
		};
	}

}
