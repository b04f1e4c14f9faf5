package io.distributor.test.redis;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A Redis of a test's own, on a free port of this machine that it keeps: for tests that
 * stop, kill or start it, or that begin without it. It is the {@code redis-server} on the
 * {@code PATH}, else the bundled one, also where {@link TestRedis#shared()} is another:
 * servers of others are never stopped. It writes nothing to disk.
 * <p>
 * Threads: one at a time.
 */
public final class RedisProcess implements TestRedis, AutoCloseable {

	private static final String HOST = "127.0.0.1";

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final RedisProgram program;

	private final int port;

	private List<String> arguments = List.of();

	private @Nullable Process process;

	private RedisProcess(RedisProgram program, int port) {
		this.program = program;
		this.port = port;
	}

	/**
	 * Starts a Redis.
	 * @return the Redis, ready
	 * @throws IllegalStateException if there is no {@code redis-server}, or it does not
	 * start
	 */
	public static RedisProcess start() {
		return start(RedisProgram.find(System.getenv()));
	}

	/**
	 * Returns a Redis that is not started yet.
	 * @return the Redis, whose port is known
	 * @throws IllegalStateException if there is no {@code redis-server}
	 */
	public static RedisProcess stopped() {
		return stopped(RedisProgram.find(System.getenv()));
	}

	static RedisProcess start(RedisProgram program) {
		RedisProcess redis = stopped(program);
		redis.startAgain();
		return redis;
	}

	private static RedisProcess stopped(RedisProgram program) {
		return new RedisProcess(program, FreePort.find());
	}

	@Override
	public URI url() {
		return URI.create("redis://" + HOST + ":" + this.port);
	}

	/**
	 * Returns the port, the same before, between and after its starts.
	 * @return a port of this machine
	 */
	public int port() {
		return this.port;
	}

	/**
	 * Sets what the Redis is started with beside its port.
	 * @param arguments further arguments of {@code redis-server}
	 * @return this Redis
	 */
	public RedisProcess withArguments(String... arguments) {
		this.arguments = List.of(arguments);
		return this;
	}

	/**
	 * Starts the Redis on its port, empty, and waits until it is ready.
	 * @throws IllegalStateException if it runs already, or does not start
	 */
	public void startAgain() {
		if (this.process != null) {
			throw new IllegalStateException(this + " runs already (expected: stopped or killed before)");
		}
		ProcessBuilder builder = new ProcessBuilder(this.program.file().toString(), "--port",
				Integer.toString(this.port), "--bind", HOST, "--save", "", "--appendonly", "no")
			.redirectErrorStream(true);
		builder.command().addAll(this.arguments);
		try {
			Process process = builder.start();
			this.process = process;
			RedisOutput.of(process).awaitReady(PATIENCE);
		}
		catch (IOException | IllegalStateException ex) {
			kill();
			throw new IllegalStateException(this + " did not start: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Stops the Redis as an operator does: it ends its connections. Without effect if it
	 * does not run.
	 */
	public void stop() {
		if (this.process != null) {
			this.process.destroy();
			awaitEnd(this.process);
		}
	}

	/**
	 * Kills the Redis, as {@code kill -9} does. Without effect if it does not run.
	 */
	public void kill() {
		if (this.process != null) {
			this.process.destroyForcibly();
			awaitEnd(this.process);
		}
	}

	@Override
	public void close() {
		kill();
	}

	private void awaitEnd(Process process) {
		try {
			if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new IllegalStateException(this + " did not end in " + PATIENCE.toSeconds() + " s");
			}
			this.process = null;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while waiting for the end of " + this, ex);
		}
	}

	@Override
	public String toString() {
		return url() + " (" + this.program.origin() + ")";
	}

}
