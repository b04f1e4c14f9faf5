package io.distributor.test.redis;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The Redis of {@link TestRedis#shared()}. Static because it belongs to the JVM: test
 * classes do not know each other, and none must search for a minute what another one did
 * not find. May be used from any thread.
 */
final class SharedRedis {

	private static final FutureTask<TestRedis> SEARCH = new FutureTask<>(SharedRedis::find);

	private SharedRedis() {
	}

	static TestRedis get() {
		SEARCH.run();
		try {
			return SEARCH.get();
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getMessage(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while another test looks for a Redis", ex);
		}
	}

	private static TestRedis find() {
		List<String> required = List.of(System.getProperty("distributor.tests.require", "").split("[,\\s]+"));
		TestRedis redis = RedisSearch.in(System.getenv(), required).find();
		if (redis instanceof RedisProcess process) {
			Runtime.getRuntime().addShutdownHook(new Thread(process::kill, "test-redis-end"));
		}
		return redis;
	}

}
