package io.distributor.tests.node;

import java.time.Duration;

import io.distributor.tests.support.ExternalProcess;
import io.distributor.tests.support.NodeProject;
import io.distributor.tests.support.Program;
import io.distributor.tests.support.RequiresProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every supported version of the JavaScript client must be able to do.
 */
@RequiresProgram(Program.NODE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JavaScriptClientTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final String client;

	private ScenarioFleet fleet;

	JavaScriptClientTests(String client) {
		this.client = client;
	}

	@BeforeAll
	void start() throws Exception {
		NodeProject.install();
		this.fleet = newFleet();
	}

	ScenarioFleet newFleet() {
		return new ScenarioFleet();
	}

	@AfterAll
	void stop() {
		if (this.fleet != null) {
			this.fleet.close();
		}
	}

	@Test
	void connectsByPolling() {
		run("polling");
	}

	@Test
	void connectsByWebSocket() {
		run("websocket");
	}

	@Test
	void upgradesFromPollingToWebSocket() {
		run("upgrade");
	}

	@Test
	void keepsTheOrderOfEventsWhileItUpgrades() {
		run("eventsDuringUpgrade");
	}

	@Test
	void usesSeveralNamespacesOnOneConnection() {
		run("namespaces");
	}

	@Test
	void sendsAndReceivesSeveralArguments() {
		run("severalArguments");
	}

	@Test
	void sendsAndReceivesBinaryOnBothTransports() {
		run("binary");
	}

	@Test
	void sendsAndReceivesLargeBinaryOnBothTransports() {
		run("largeBinary");
	}

	@Test
	void answersTheBackend() {
		run("answersOfClients");
	}

	@Test
	void getsAnErrorAsAnswerWhenAHandlerCannotAnswer() {
		run("errorAnswers");
	}

	@Test
	void isRefusedWithMessageAndData() {
		run("refusal");
	}

	@Test
	void connectsAgainAfterItsConnectionClosed() {
		run("reconnect");
	}

	@Test
	void isPutOutByTheBackend() {
		run("kick");
	}

	@Test
	void talksToAClientOfAnotherDistributor() {
		run("otherDistributor");
	}

	@Test
	void hearsOnlyTheRoomsItIsIn() {
		run("broadcastToRoom");
	}

	final void run(String scenario) {
		ProcessBuilder node = NodeProject.node("run.js", this.client, scenario);
		node.command().addAll(this.fleet.distributors());
		try (ExternalProcess process = ExternalProcess.start(scenario, node)) {
			assertThat(process.awaitEnd(TIMEOUT)).as(() -> scenario + " wrote:\n" + process.output()).isZero();
		}
	}

}
