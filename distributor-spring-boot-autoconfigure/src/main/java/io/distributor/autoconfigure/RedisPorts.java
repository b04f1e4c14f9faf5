package io.distributor.autoconfigure;

import io.distributor.link.port.PatternPort;
import io.distributor.link.redis.RedisLinkOptions;
import io.distributor.link.redis.RedisLinkPort;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Makes ports on the Redis of the application, each with private connections that have
 * the settings of the application's own.
 */
final class RedisPorts {

	private final LettuceConnectionFactory connectionFactory;

	/**
	 * Looks for the Redis of the application.
	 * @param connectionFactories what connects the application
	 * @throws LettuceRequiredException if there is none, or not by Lettuce
	 */
	RedisPorts(ObjectProvider<RedisConnectionFactory> connectionFactories) {
		RedisConnectionFactory found = connectionFactories.getIfAvailable();
		if (!(found instanceof LettuceConnectionFactory lettuce)) {
			throw new LettuceRequiredException((found != null) ? found.getClass().getName() : "none");
		}
		this.connectionFactory = lettuce;
	}

	PatternPort create() {
		return RedisLinkPort.create(this.connectionFactory, RedisLinkOptions.DEFAULT);
	}

}
