package io.distributor.autoconfigure.diagnostics;

import io.distributor.autoconfigure.MissingNamespaceException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains a backend without a namespace.
 */
class MissingNamespaceFailureAnalyzer extends AbstractFailureAnalyzer<MissingNamespaceException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingNamespaceException cause) {
		return new FailureAnalysis(
				"This process is a backend, but it owns no namespace: 'distributor.backend.namespace' is not set.",
				"Name the namespaces it owns, the main one first, such as 'distributor.backend.namespace=/chat'. "
						+ "The default namespace of Socket.IO clients is '/'.",
				cause);
	}

}
