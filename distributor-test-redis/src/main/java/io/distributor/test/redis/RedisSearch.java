package io.distributor.test.redis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the first kind of Redis that is to be had.
 */
final class RedisSearch {

	private static final Logger logger = LoggerFactory.getLogger(RedisSearch.class);

	private final List<RedisSource> sources;

	RedisSearch(List<RedisSource> sources) {
		this.sources = sources;
	}

	/**
	 * Returns the search in the order of {@link TestRedis#shared()}.
	 * @param environment variables of the environment
	 * @param required names of the programs that must not be replaced
	 * @return the search
	 */
	static RedisSearch in(Map<String, String> environment, Collection<String> required) {
		return new RedisSearch(List.of(new GivenRedis(environment), new DockerRedis(environment),
				() -> RedisProcess.start(RedisProgram.onPath(environment)), () -> startBundled(required)));
	}

	private static TestRedis startBundled(Collection<String> required) throws RedisUnavailableException {
		if (required.contains("redis")) {
			throw new RedisUnavailableException("a Redis is required, so the bundled redis-server does not do");
		}
		return RedisProcess.start(RedisProgram.bundled());
	}

	/**
	 * Finds or starts the Redis.
	 * @return the Redis, which answers
	 * @throws IllegalStateException if there is none
	 */
	TestRedis find() {
		List<String> reasons = new ArrayList<>();
		for (RedisSource source : this.sources) {
			try {
				TestRedis redis = source.open();
				logger.info("Tests use {}", redis);
				return redis;
			}
			catch (RedisUnavailableException ex) {
				reasons.add(ex.getMessage());
			}
		}
		throw new IllegalStateException("No Redis for tests: " + String.join("; ", reasons)
				+ " (expected: one of these). Start Docker, install redis-server or set " + GivenRedis.URL);
	}

}
