package io.distributor.sample.chat.login;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Has the tokens checked: with a {@link JwtDecoder} nobody connects without one.
 */
@Configuration(proxyBeanMethods = false)
class LoginConfiguration {

	@Bean
	Tokens tokens(LoginProperties properties) {
		return new Tokens(properties);
	}

	@Bean
	JwtDecoder jwtDecoder(Tokens tokens) {
		return tokens.decoder();
	}

}
