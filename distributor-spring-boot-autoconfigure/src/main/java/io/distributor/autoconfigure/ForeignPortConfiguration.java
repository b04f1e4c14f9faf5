package io.distributor.autoconfigure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * Where others are met, in all roles: Boot's Redis, which is not asked for before.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(RedisConnectionFactory.class)
class ForeignPortConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ForeignPortFactory distributorForeignPortFactory(ObjectProvider<RedisConnectionFactory> connectionFactories) {
		return () -> new RedisPorts(connectionFactories).create();
	}

}
