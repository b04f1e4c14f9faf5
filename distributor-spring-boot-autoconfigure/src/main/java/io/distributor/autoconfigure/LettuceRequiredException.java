package io.distributor.autoconfigure;

/**
 * The link needs Redis through Lettuce, and the application has another client or none.
 */
public class LettuceRequiredException extends RuntimeException {

	LettuceRequiredException(String found) {
		super("RedisConnectionFactory: " + found + " (expected: LettuceConnectionFactory)");
	}

}
