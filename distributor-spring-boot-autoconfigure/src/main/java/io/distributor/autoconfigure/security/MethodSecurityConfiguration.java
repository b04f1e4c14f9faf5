package io.distributor.autoconfigure.security;

import io.distributor.autoconfigure.ConditionalOnRole;
import io.distributor.autoconfigure.Role;
import io.distributor.security.SecurityContextInterceptor;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Handler methods run as the user of their socket.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole({ Role.BACKEND, Role.STANDALONE })
@ConditionalOnClass(SecurityContextHolder.class)
class MethodSecurityConfiguration {

	@Bean
	SecurityContextInterceptor distributorSecurityContextInterceptor(
			ObjectProvider<SecurityContextHolderStrategy> strategy) {
		return new SecurityContextInterceptor(strategy.getIfAvailable(SecurityContextHolder::getContextHolderStrategy));
	}

}
