package io.distributor.tests.siod;

import java.util.regex.Pattern;

import io.distributor.tests.support.ExternalProcess;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Distributors of the original, and a backend of ours.
 */
class OriginalDistributorsIntegrationTests extends OriginalWireTests {

	private static final Pattern WAITING = Pattern.compile("waiting");

	@Override
	OriginalFleet createFleet() {
		OriginalFleet fleet = new OriginalFleet().originalDistributor().originalDistributor();
		fleet.backend(Backend.class);
		return fleet;
	}

	@Test
	void aRefusedClientIsDisconnected() {
		run("refused");
	}

	@Test
	void clientsCannotBeAskedForAcknowledgements() {
		run("askedNothing");
	}

	@Test
	void roomsCanBeLeftOut() {
		run("exceptRooms");
	}

	@Test
	void usersCanBeEmittedTo() {
		run("users");
	}

	@Test
	void clientsCanBeMovedCountedAndFetchedByTheirRooms() {
		run("fetched");
	}

	@Test
	void theBackendHearsWhatADistributorSaysOfItsClients() {
		assertThat(run("described")).contains("info {\"from\":\"distributor 1\"}");
	}

	@Test
	void clientsAreDisconnectedWhenTheBackendLeaves() throws Exception {
		try (OriginalFleet fleet = new OriginalFleet().originalDistributor().originalDistributor()) {
			ConfigurableApplicationContext backend = fleet.backend(Backend.class);
			OriginalHandlers handlers = backend.getBean(OriginalHandlers.class);
			try (ExternalProcess clients = fleet.clients("putOut")) {
				clients.await(WAITING, PATIENCE);
				backend.close();
				assertThat(clients.awaitEnd(PATIENCE)).as(clients::output).isZero();
			}
			assertThat(handlers.disconnects()).hasSize(2).containsOnly("server shutting down");
		}
	}

	@Test
	void clientsOfBothKindsOfDistributorsMeet() throws Exception {
		try (OriginalFleet fleet = new OriginalFleet().originalDistributor()) {
			fleet.backend(Backend.class);
			fleet.plainDistributor(Distributor.class);
			run(fleet, "rooms");
			run(fleet, "everybody");
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(OriginalHandlers.class)
	static class Backend {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Distributor {

	}

}
