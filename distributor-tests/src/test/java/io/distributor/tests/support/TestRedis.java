package io.distributor.tests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.regex.Pattern;

import redis.embedded.RedisExecProvider;

/**
 * A Redis of the tests' own, on a free port: the one of the machine, else the bundled
 * one.
 */
public final class TestRedis implements AutoCloseable {

	private static final Pattern READY = Pattern.compile("Ready to accept connections");

	private final ExternalProcess process;

	private final int port;

	private TestRedis(ExternalProcess process, int port) {
		this.process = process;
		this.port = port;
	}

	/**
	 * Starts a Redis.
	 * @return the Redis, ready
	 */
	public static TestRedis start() {
		return start(freePort());
	}

	/**
	 * Starts a Redis.
	 * @param port its port
	 * @return the Redis, ready
	 */
	public static TestRedis start(int port) {
		ProcessBuilder builder = new ProcessBuilder(executable(), "--port", Integer.toString(port), "--bind",
				"127.0.0.1", "--save", "", "--appendonly", "no");
		ExternalProcess process = ExternalProcess.start("redis-server", builder);
		process.await(READY, Duration.ofSeconds(10));
		return new TestRedis(process, port);
	}

	/**
	 * Returns the port.
	 * @return the port on this machine
	 */
	public int port() {
		return this.port;
	}

	/**
	 * Kills the Redis.
	 */
	public void kill() {
		this.process.kill();
	}

	@Override
	public void close() {
		this.process.close();
	}

	private static String executable() {
		return Program.REDIS.find().map(Object::toString).orElseGet(TestRedis::bundled);
	}

	private static String bundled() {
		try {
			return RedisExecProvider.defaultProvider().get().getAbsolutePath();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No redis-server on the PATH, and the bundled one cannot be unpacked", ex);
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
