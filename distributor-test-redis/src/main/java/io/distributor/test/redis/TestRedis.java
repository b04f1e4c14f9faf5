package io.distributor.test.redis;

import java.net.URI;
import java.util.UUID;

/**
 * A Redis for tests: the one that all tests of a JVM share, or a {@link RedisProcess} of
 * a test's own, which it may stop and start.
 */
public interface TestRedis {

	/**
	 * Returns the Redis that all tests of this JVM share. It is looked for at the first
	 * call, and it is there until the JVM ends. The first of these is taken:
	 * <ol>
	 * <li>the server of the environment variable {@code DISTRIBUTOR_TEST_REDIS_URL};</li>
	 * <li>a container, if Docker answers and has or gets the image within a minute:
	 * {@code redis:7.2}, or that of {@code DISTRIBUTOR_TEST_REDIS_IMAGE};</li>
	 * <li>{@code redis-server} on the {@code PATH}, as a process;</li>
	 * <li>the bundled {@code redis-server}, as a process, unless the system property
	 * {@code distributor.tests.require} names {@code redis}.</li>
	 * </ol>
	 * Others may use it at the same time: a test names its channels and keys with a
	 * {@link #newPrefix() prefix} of its own, and never stops or flushes it.
	 * @return the Redis, which answers
	 * @throws IllegalStateException if there is none, or the one of the environment does
	 * not answer
	 */
	static TestRedis shared() {
		return SharedRedis.get();
	}

	/**
	 * Returns a beginning for names of channels and keys that no other test has.
	 * @return 41 characters
	 */
	static String newPrefix() {
		return "test-" + UUID.randomUUID();
	}

	/**
	 * Returns where the Redis is.
	 * @return a URL as Lettuce and Spring Boot read it, such as
	 * {@code redis://127.0.0.1:6379}
	 */
	URI url();

}
