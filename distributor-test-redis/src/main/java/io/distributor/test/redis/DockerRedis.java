package io.distributor.test.redis;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * A Redis in a container. Testcontainers removes it when the JVM ends.
 */
final class DockerRedis implements RedisSource {

	private static final Logger logger = LoggerFactory.getLogger(DockerRedis.class);

	private static final int PORT = 6379;

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final Docker docker;

	private final DockerImageName image;

	DockerRedis(Map<String, String> environment) {
		this.docker = new Docker(environment);
		this.image = DockerImageName.parse(environment.getOrDefault("DISTRIBUTOR_TEST_REDIS_IMAGE", "redis:7.2"));
	}

	@Override
	public TestRedis open() throws RedisUnavailableException {
		if (!this.docker.mayAnswer()) {
			throw new RedisUnavailableException("Docker does not answer");
		}
		try {
			return start();
		}
		catch (RedisUnavailableException ex) {
			logger.warn("{}: tests take another Redis", ex.getMessage());
			throw ex;
		}
	}

	/** On a thread of its own: nothing else bounds what Testcontainers does. */
	private TestRedis start() throws RedisUnavailableException {
		FutureTask<TestRedis> start = new FutureTask<>(this::startContainer);
		Thread thread = new Thread(start, "test-redis-docker");
		thread.setDaemon(true);
		thread.start();
		try {
			return start.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			start.cancel(true);
			throw new RedisUnavailableException(
					"Docker started no " + this.image + " in " + PATIENCE.toSeconds() + " s");
		}
		catch (ExecutionException ex) {
			throw new RedisUnavailableException("Docker started no " + this.image + ": " + ex.getMessage());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while " + this.image + " starts", ex);
		}
	}

	@SuppressWarnings("resource")
	private TestRedis startContainer() {
		this.docker.requireImage(this.image);
		GenericContainer<?> container = new GenericContainer<>(this.image).withExposedPorts(PORT)
			.waitingFor(Wait.forLogMessage(".*" + RedisOutput.READY + ".*\\s", 1));
		container.start();
		return new FoundRedis(URI.create("redis://" + container.getHost() + ":" + container.getMappedPort(PORT)),
				this.image + " in Docker");
	}

}
