package io.distributor.test.redis;

/**
 * One kind of Redis.
 */
@FunctionalInterface
interface RedisSource {

	/**
	 * Finds or starts the Redis.
	 * @return the Redis, which answers
	 * @throws RedisUnavailableException if this kind is not to be had here
	 * @throws IllegalStateException if it is, but not as it should be: no other kind must
	 * hide that
	 */
	TestRedis open() throws RedisUnavailableException;

}
