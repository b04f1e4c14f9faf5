package io.distributor.tests.fleet;

import io.distributor.link.port.LinkPort;
import io.distributor.link.redis.RedisLinkOptions;
import io.distributor.link.redis.RedisLinkPort;
import io.distributor.test.redis.RedisProcess;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * A link over a Redis, be it there or not; it ends after the fleet, which says goodbye
 * over it.
 */
public final class RedisMedium implements LinkMedium {

	private final RedisProcess redis;

	private final LettuceConnectionFactory factory;

	public RedisMedium(RedisProcess redis) {
		this.redis = redis;
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
		this.redis.close();
	}

}
