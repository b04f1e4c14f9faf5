package io.distributor.autoconfigure.security;

import io.distributor.autoconfigure.BackendOptionsCustomizer;
import io.distributor.autoconfigure.ConditionalOnRole;
import io.distributor.autoconfigure.Role;
import io.distributor.backend.HandshakeAuthenticator;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * A backend asks who each client is.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole({ Role.BACKEND, Role.STANDALONE })
@ConditionalOnBean(HandshakeAuthenticator.class)
class BackendAuthenticationConfiguration {

	@Bean
	@Order(0)
	BackendOptionsCustomizer distributorBackendAuthentication(HandshakeAuthenticator authenticator,
			AuthenticationProperties properties) {
		return (options) -> options.authenticator(authenticator).authenticationGrace(properties.grace());
	}

}
