package io.distributor.autoconfigure.diagnostics;

import io.distributor.handler.InvalidHandlerMethodException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains a method that cannot be a handler.
 */
class InvalidHandlerMethodFailureAnalyzer extends AbstractFailureAnalyzer<InvalidHandlerMethodException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidHandlerMethodException cause) {
		return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
	}

}
