package io.distributor.autoconfigure;

import java.io.IOException;
import java.net.ServerSocket;

import redis.embedded.RedisServer;

/**
 * A Redis of our own on a free port.
 */
final class RedisProcess implements AutoCloseable {

	private final int port;

	private RedisServer server;

	RedisProcess() throws IOException {
		try (ServerSocket free = new ServerSocket(0)) {
			this.port = free.getLocalPort();
		}
		start();
	}

	void start() throws IOException {
		this.server = RedisServer.builder().port(this.port).bind("127.0.0.1").setting("save \"\"").build();
		this.server.start();
	}

	void stop() throws IOException {
		this.server.stop();
	}

	String[] arguments() {
		return new String[] { "--spring.data.redis.port=" + this.port, "--spring.data.redis.host=127.0.0.1" };
	}

	@Override
	public void close() throws IOException {
		stop();
	}

}
