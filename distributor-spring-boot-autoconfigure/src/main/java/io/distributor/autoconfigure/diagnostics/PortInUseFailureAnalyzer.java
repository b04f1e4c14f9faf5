package io.distributor.autoconfigure.diagnostics;

import io.distributor.engine.server.PortInUseException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains a port that is taken.
 */
class PortInUseFailureAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
		return new FailureAnalysis(
				"The distributor could not listen on port " + cause.port() + ": another process does already.",
				"Stop that process, or choose another port with 'distributor.server.port' (0 for any free one).",
				cause);
	}

}
