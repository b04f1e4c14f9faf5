package io.distributor.autoconfigure.diagnostics;

import io.distributor.autoconfigure.LettuceRequiredException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains a Redis client that the link cannot use.
 */
class LettuceRequiredFailureAnalyzer extends AbstractFailureAnalyzer<LettuceRequiredException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, LettuceRequiredException cause) {
		return new FailureAnalysis(
				"The link between distributors and backends needs Redis through Lettuce. Found " + cause.getMessage()
						+ ".",
				"Keep Lettuce on the class path ('io.lettuce:lettuce-core', part of 'spring-boot-starter-data-redis') and do "
						+ "not set 'spring.data.redis.client-type=jedis'. A bean of your own must be a "
						+ "LettuceConnectionFactory. For a process without Redis use 'distributor.role=standalone'.",
				cause);
	}

}
