package io.distributor.test.autoconfigure;

import io.distributor.autoconfigure.LinkAutoConfiguration;
import io.distributor.autoconfigure.LinkPortFactory;
import io.distributor.link.memory.MemoryLinkHub;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * The link in memory, in the place of Redis.
 */
@AutoConfiguration(before = LinkAutoConfiguration.class)
final class TestLinkAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	LinkPortFactory distributorTestLinkPortFactory() {
		return new MemoryLinkHub()::port;
	}

}
