package io.distributor.tests.node;

/**
 * Runs the scenarios with version 4 of the client.
 */
class JavaScriptClient4IntegrationTests extends JavaScriptClientTests {

	JavaScriptClient4IntegrationTests() {
		super("socket.io-client");
	}

}
