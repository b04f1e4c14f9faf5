package io.distributor.tests.interop;

import io.distributor.tests.support.NodeProject;
import io.distributor.tests.support.Program;
import io.distributor.tests.support.RequiresProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What {@code @socket.io/redis-emitter} publishes reaches the clients of a fleet.
 */
@RequiresProgram(Program.NODE)
class RedisEmitterIntegrationTests {

	private static InteropFleet fleet;

	@BeforeAll
	static void start() {
		NodeProject.install();
		fleet = new InteropFleet("redis-emitter");
	}

	@AfterAll
	static void stop() {
		if (fleet != null) {
			fleet.close();
		}
	}

	@Test
	void reachesTheClientsOfAllDistributors() {
		run("emitToAll");
	}

	@Test
	void reachesThoseInOneRoomInAnyOfSeveralRoomsAndSingleSockets() {
		run("emitToRooms");
	}

	@Test
	void leavesOutWhomItExcepts() {
		run("emitExcept");
	}

	@Test
	void carriesBinaryValues() {
		run("emitBinary");
	}

	@Test
	void arrivesAsASocketIoServerWouldSendIt() {
		run("emitWhatJsonHasNot");
	}

	@Test
	void movesSocketsBetweenRoomsAndTheirHomesKnow() {
		run("joinAndLeave");
	}

	@Test
	void disconnectsSockets() {
		run("disconnect");
	}

	@Test
	void isNotHinderedByWhatIsMalformedReservedOrMeantForOthers() {
		run("malformed");
	}

	private static void run(String scenario) {
		fleet.run("./emitter.js", scenario);
	}

}
