package io.distributor.tests.node;

/**
 * Runs the scenarios with version 2 of the client.
 */
class JavaScriptClient2IntegrationTests extends JavaScriptClientTests {

	JavaScriptClient2IntegrationTests() {
		super("socket.io-client-2");
	}

}
