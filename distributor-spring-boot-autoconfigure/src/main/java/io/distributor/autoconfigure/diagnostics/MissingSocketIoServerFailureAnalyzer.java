package io.distributor.autoconfigure.diagnostics;

import io.distributor.autoconfigure.MissingSocketIoServerException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains a distributor that is to use a server which is not there.
 */
class MissingSocketIoServerFailureAnalyzer extends AbstractFailureAnalyzer<MissingSocketIoServerException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingSocketIoServerException cause) {
		return new FailureAnalysis(
				"This distributor is to use the server of netty-socketio that the application has: "
						+ cause.getMessage() + ".",
				cause.action() + ", or leave 'distributor.server.engine' out: then the distributor has a server of its "
						+ "own.",
				cause);
	}

}
