package io.distributor.link.redis;

import io.distributor.test.redis.TestRedis;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Connection factories as an application has them.
 */
public final class ApplicationConnections {

	private ApplicationConnections() {
	}

	/** Returns a connection factory that is started; the Redis may be absent. */
	public static LettuceConnectionFactory to(TestRedis redis) {
		LettuceConnectionFactory factory = new LettuceConnectionFactory(
				LettuceConnectionFactory.createRedisConfiguration(redis.url().toString()));
		factory.afterPropertiesSet();
		factory.start();
		return factory;
	}

}
