package io.distributor.autoconfigure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * The link over Redis, on private connections with the settings of the application's own.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole({ Role.DISTRIBUTOR, Role.BACKEND })
@ConditionalOnClass(RedisConnectionFactory.class)
class RedisLinkConfiguration {

	@Bean
	@ConditionalOnMissingBean
	LinkPortFactory distributorRedisLinkPortFactory(ObjectProvider<RedisConnectionFactory> connectionFactories) {
		return new RedisPorts(connectionFactories)::create;
	}

}
