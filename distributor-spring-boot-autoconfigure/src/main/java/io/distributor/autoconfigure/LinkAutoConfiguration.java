package io.distributor.autoconfigure;

import io.distributor.link.Link;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of what distributors and backends are linked by: Redis, or memory in
 * a standalone process.
 */
@AutoConfiguration(afterName = "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration")
@ConditionalOnRole({ Role.DISTRIBUTOR, Role.BACKEND, Role.STANDALONE })
@ConditionalOnClass(Link.class)
@EnableConfigurationProperties({ DistributorProperties.class, LinkProperties.class })
@Import({ MemoryLinkConfiguration.class, RedisLinkConfiguration.class, ForeignPortConfiguration.class })
public final class LinkAutoConfiguration {

	@Bean
	LinkNodeFactory distributorLinkNodeFactory(LinkPortFactory ports, LinkProperties properties,
			ObjectProvider<LinkOptionsCustomizer> customizers, Environment environment) {
		return new LinkNodeFactory(ports, properties, customizers.orderedStream().toList(), environment);
	}

}
