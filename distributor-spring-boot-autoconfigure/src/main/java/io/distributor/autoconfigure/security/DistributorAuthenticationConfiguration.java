package io.distributor.autoconfigure.security;

import io.distributor.autoconfigure.ConditionalOnRole;
import io.distributor.autoconfigure.GatewayOptionsCustomizer;
import io.distributor.autoconfigure.Role;
import io.distributor.backend.HandshakeAuthenticator;
import io.distributor.security.HandshakeAdmission;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * A distributor refuses clients before it asks a backend. Not in a standalone process:
 * its backend asks the same authenticator.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.DISTRIBUTOR)
@ConditionalOnBean(HandshakeAuthenticator.class)
class DistributorAuthenticationConfiguration {

	@Bean
	HandshakeAdmission distributorHandshakeAdmission(HandshakeAuthenticator authenticator,
			ObjectProvider<JsonMapper> mapper, AuthenticationProperties properties) {
		return new HandshakeAdmission(authenticator, mapper.getIfAvailable(JsonMapper::new), properties.concurrency(),
				properties.maxWaiting());
	}

	@Bean
	@Order(0)
	GatewayOptionsCustomizer distributorGatewayAuthentication(HandshakeAdmission admission) {
		return (options) -> options.toBuilder().admissionCheck(admission).build();
	}

}
