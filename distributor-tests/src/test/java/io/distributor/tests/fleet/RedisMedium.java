package io.distributor.tests.fleet;

import io.distributor.link.port.LinkPort;
import io.distributor.link.redis.RedisLinkOptions;
import io.distributor.link.redis.RedisLinkPort;
import io.distributor.test.redis.TestRedis;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * A link over a Redis, be it there or not.
 */
public final class RedisMedium implements LinkMedium {

	private final LettuceConnectionFactory factory;

	public RedisMedium(TestRedis redis) {
		this.factory = new LettuceConnectionFactory(
				LettuceConnectionFactory.createRedisConfiguration(redis.url().toString()));
		this.factory.afterPropertiesSet();
	}

	@Override
	public LinkPort port() {
		return RedisLinkPort.create(this.factory, RedisLinkOptions.DEFAULT);
	}

	@Override
	public void close() {
		this.factory.destroy();
	}

}
