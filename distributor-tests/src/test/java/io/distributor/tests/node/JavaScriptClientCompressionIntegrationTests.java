package io.distributor.tests.node;

import org.junit.jupiter.api.Test;

/**
 * Runs the scenarios with version 4 of the client on distributors that compress whatever
 * gets smaller.
 */
class JavaScriptClientCompressionIntegrationTests extends JavaScriptClientTests {

	JavaScriptClientCompressionIntegrationTests() {
		super("socket.io-client");
	}

	@Override
	ScenarioFleet newFleet() {
		return new ScenarioFleet(ScenarioFleet.Distributor.class, ScenarioFleet::port, "--distributor.server.port=0",
				"--distributor.server.compression.websocket=true", "--distributor.server.compression.http=true",
				"--distributor.server.compression.threshold=1B");
	}

	@Test
	void compressesInBothDirections() {
		run("compression");
	}

}
