package io.distributor.tests.siod;

/**
 * Both halves are the original: this shows that the scenarios, and the scripts that speak
 * its wire, are right.
 */
class OriginalAloneIntegrationTests extends OriginalWireTests {

	@Override
	OriginalFleet createFleet() {
		OriginalFleet fleet = new OriginalFleet().originalDistributor().originalDistributor();
		fleet.originalBackend();
		return fleet;
	}

}
