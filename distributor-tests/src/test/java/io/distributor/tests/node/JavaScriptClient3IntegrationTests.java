package io.distributor.tests.node;

/**
 * Runs the scenarios with version 3 of the client.
 */
class JavaScriptClient3IntegrationTests extends JavaScriptClientTests {

	JavaScriptClient3IntegrationTests() {
		super("socket.io-client-3");
	}

}
