package io.distributor.tests.fleet;

import io.distributor.link.port.LinkPort;
import io.distributor.link.redis.RedisLinkOptions;
import io.distributor.link.redis.RedisLinkPort;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * A link over the Redis of a port of this machine, be it there or not.
 */
public final class RedisMedium implements LinkMedium {

	private final LettuceConnectionFactory factory;

	public RedisMedium(int port) {
		this.factory = new LettuceConnectionFactory("127.0.0.1", port);
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
