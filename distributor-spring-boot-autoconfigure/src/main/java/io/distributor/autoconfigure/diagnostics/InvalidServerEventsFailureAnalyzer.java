package io.distributor.autoconfigure.diagnostics;

import io.distributor.contract.InvalidServerEventsException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says what is wrong with an interface that {@code @ServerEvents} names.
 */
class InvalidServerEventsFailureAnalyzer extends AbstractFailureAnalyzer<InvalidServerEventsException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, InvalidServerEventsException cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Change the interface, or name another one: each method of it sends one event.", cause);
	}

}
