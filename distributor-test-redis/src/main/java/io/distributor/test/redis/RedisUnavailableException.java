package io.distributor.test.redis;

/**
 * A kind of Redis is not to be had here; the message says why.
 */
final class RedisUnavailableException extends Exception {

	private static final long serialVersionUID = 1;

	RedisUnavailableException(String message) {
		super(message);
	}

}
