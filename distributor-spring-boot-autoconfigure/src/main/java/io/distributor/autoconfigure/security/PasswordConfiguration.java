package io.distributor.autoconfigure.security;

import io.distributor.security.PasswordHandshakeAuthenticator;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;

/**
 * Names and passwords, if the application can check them.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(AuthenticationManager.class)
class PasswordConfiguration {

	@Bean
	@Order(1)
	@ConditionalOnBean(AuthenticationManager.class)
	CredentialsAdapter distributorPasswordCredentials(AuthenticationManager manager) {
		return new CredentialsAdapter(new PasswordHandshakeAuthenticator(manager));
	}

}
