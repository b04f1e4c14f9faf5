package io.distributor.autoconfigure;

import io.distributor.link.memory.MemoryLinkHub;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The link in memory.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.STANDALONE)
class MemoryLinkConfiguration {

	@Bean
	@ConditionalOnMissingBean
	LinkPortFactory distributorMemoryLinkPortFactory() {
		return new MemoryLinkHub()::port;
	}

}
