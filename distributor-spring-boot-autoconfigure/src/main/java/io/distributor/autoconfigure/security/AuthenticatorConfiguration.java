package io.distributor.autoconfigure.security;

import io.distributor.backend.HandshakeAuthenticator;
import io.distributor.security.FirstCredentials;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * One authenticator for all kinds of credentials, unless the application has its own.
 */
@Configuration(proxyBeanMethods = false)
class AuthenticatorConfiguration {

	@Bean
	@ConditionalOnBean(CredentialsAdapter.class)
	@ConditionalOnMissingBean(HandshakeAuthenticator.class)
	FirstCredentials distributorHandshakeAuthenticator(ObjectProvider<CredentialsAdapter> adapters,
			AuthenticationProperties properties) {
		return new FirstCredentials(adapters.orderedStream().map(CredentialsAdapter::authenticator).toList(),
				properties.anonymous());
	}

}
