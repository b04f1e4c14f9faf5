package io.distributor.autoconfigure.security;

import io.distributor.security.JwtHandshakeAuthenticator;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;

/**
 * Tokens, if the application can decode them.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({ JwtDecoder.class, JwtAuthenticationConverter.class })
class JwtConfiguration {

	@Bean
	@Order(0)
	@ConditionalOnBean(JwtDecoder.class)
	CredentialsAdapter distributorJwtCredentials(JwtDecoder decoder,
			ObjectProvider<JwtAuthenticationConverter> converter) {
		return new CredentialsAdapter(
				new JwtHandshakeAuthenticator(decoder, converter.getIfAvailable(JwtAuthenticationConverter::new)));
	}

}
