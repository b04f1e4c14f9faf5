package io.distributor.sample.chat.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.RedisServer;

import org.springframework.boot.data.redis.autoconfigure.DataRedisProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Runs a Redis on this machine as long as the application runs: started before everything
 * else, stopped after it.
 */
@Component
@Profile("embedded-redis")
class BundledRedis implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(BundledRedis.class);

	private final int port;

	private final RedisServer server;

	BundledRedis(DataRedisProperties properties) throws IOException {
		this.port = properties.getPort();
		this.server = RedisServer.builder()
			.port(this.port)
			.bind("127.0.0.1")
			.setting("save \"\"")
			.setting("appendonly no")
			.build();
	}

	@Override
	public void start() {
		requireFreePort();
		this.server.start();
		logger.info("Redis: redis://localhost:{}", this.port);
	}

	@Override
	public void stop() {
		this.server.stop();
	}

	@Override
	public boolean isRunning() {
		return this.server.isActive();
	}

	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

	private void requireFreePort() {
		try (ServerSocket probe = new ServerSocket()) {
			probe.setReuseAddress(true);
			probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port));
		}
		catch (IOException ex) {
			throw new IllegalStateException(
					"Port " + this.port + " is taken, perhaps by a Redis. Use that one: start "
							+ "without the profile 'embedded-redis'. Or choose another port: spring.data.redis.port",
					ex);
		}
	}

}
