package io.distributor.tests.interop;

import io.distributor.tests.support.NodeProject;
import io.distributor.tests.support.Program;
import io.distributor.tests.support.RequiresProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A Node server with {@code socket.io} 4 and {@code @socket.io/redis-adapter} 8 and a
 * fleet serve the same namespace.
 */
@RequiresProgram(Program.NODE)
class NodePeerIntegrationTests {

	private static InteropFleet fleet;

	@BeforeAll
	static void start() {
		NodeProject.install();
		fleet = new InteropFleet("node-adapter");
	}

	@AfterAll
	static void stop() {
		if (fleet != null) {
			fleet.close();
		}
	}

	@Test
	void hearsWhatTheNodeServerEmits() {
		run("nodeEmits");
	}

	@Test
	void isHeardByTheClientsOfTheNodeServerOnceEach() {
		run("backendEmits");
	}

	@Test
	void carriesBinaryBothWays() {
		run("binary");
	}

	@Test
	void letsTheNodeServerMoveAndDisconnectItsClients() {
		run("nodeMoves");
	}

	@Test
	void movesAndDisconnectsTheClientsOfTheNodeServer() {
		run("backendMoves");
	}

	@Test
	void isCountedAndDescribedWhenTheNodeServerAsks() {
		run("nodeFetches");
	}

	@Test
	void bringsTheNodeServerTheAcknowledgementsOfItsClients() {
		run("nodeAsks");
	}

	@Test
	void answersEventsForServersSoThatNobodyWaits() {
		run("nodeTellsServers");
	}

	private static void run(String scenario) {
		fleet.run("./node-peer.js", scenario);
	}

}
