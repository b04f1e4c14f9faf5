package io.distributor.autoconfigure.diagnostics;

import io.distributor.autoconfigure.rest.RestConfigurationException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains why a process does not take events by plain HTTP.
 */
class RestConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<RestConfigurationException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, RestConfigurationException cause) {
		return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
	}

}
