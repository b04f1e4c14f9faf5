package io.distributor.tests.siod;

import java.time.Duration;

import io.distributor.tests.support.ExternalProcess;
import io.distributor.tests.support.Program;
import io.distributor.tests.support.RequiresProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What clients of the time of the original must be able to do, whichever half of the
 * fleet is the original.
 */
@RequiresProgram(Program.NODE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OriginalWireTests {

	static final Duration PATIENCE = Duration.ofSeconds(30);

	private OriginalFleet fleet;

	/**
	 * Starts the fleet.
	 */
	abstract OriginalFleet createFleet();

	@BeforeAll
	void start() {
		this.fleet = createFleet();
	}

	@AfterAll
	void stop() throws Exception {
		if (this.fleet != null) {
			this.fleet.close();
		}
	}

	OriginalFleet fleet() {
		return this.fleet;
	}

	/**
	 * Runs a scenario to its end.
	 * @return what it wrote
	 */
	String run(String scenario) {
		return run(this.fleet, scenario);
	}

	static String run(OriginalFleet fleet, String scenario) {
		try (ExternalProcess process = fleet.clients(scenario)) {
			assertThat(process.awaitEnd(PATIENCE)).as(() -> scenario + " wrote:\n" + process.output()).isZero();
			return process.output();
		}
	}

	@Test
	void clientsGetAnswersToTheirEvents() {
		run("answers");
	}

	@Test
	void clientsThatPollGetAnswersToo() {
		run("polling");
	}

	@Test
	void binaryTravelsInBothDirections() {
		run("binary");
	}

	@Test
	void emitsToAllReachTheClientsOfAllDistributors() {
		run("everybody");
	}

	@Test
	void emitsToRoomsReachWhoJoinedThem() {
		run("rooms");
	}

	@Test
	void whatIsEmittedToARoomReachesWhoJoinedItJustBefore() {
		run("joinThenEmit");
	}

	@Test
	void theBackendLearnsThatAClientIsGone() {
		run("disconnects");
	}

	@Test
	void theBackendPutsAClientOut() {
		run("kicked");
	}

	@Test
	void aClientComesBackOnTheSameConnection() {
		run("comesBack");
	}

}
