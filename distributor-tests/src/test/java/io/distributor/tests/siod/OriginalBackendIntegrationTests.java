package io.distributor.tests.siod;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import io.distributor.interop.siod.BackendBridge;
import io.distributor.interop.siod.ClientDescriber;
import io.distributor.interop.siod.CustomMessageListener;
import io.distributor.tests.support.ExternalProcess;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Distributors of ours, and a backend of the original.
 */
class OriginalBackendIntegrationTests extends OriginalWireTests {

	private static final Pattern WAITING = Pattern.compile("waiting");

	@Override
	OriginalFleet createFleet() {
		OriginalFleet fleet = distributors();
		fleet.originalBackend();
		return fleet;
	}

	private static OriginalFleet distributors() {
		return new OriginalFleet().distributor(Distributor.class).distributor(Distributor.class);
	}

	@Test
	void theBackendClosesTheNamespace() {
		run("closed");
	}

	@Test
	void theBackendIsToldWhatTheApplicationSaysOfAClient() {
		assertThat(run("described")).contains("info {\"transport\":\"websocket\"}");
	}

	@Test
	void applicationsHearCustomMessages() {
		Distributor.CustomMessages heard = fleet().distributorContext(1).getBean(Distributor.CustomMessages.class);
		run("custom");
		Awaitility.await()
			.untilAsserted(() -> assertThat(heard.messages)
				.anySatisfy((message) -> assertThat(message).containsEntry("type", "custom").containsKey("value")));
	}

	@Test
	void theBackendAsksForClientsAndRooms() {
		run("presence");
	}

	@Test
	void clientsAreDisconnectedWhenTheBackendIsGone() throws Exception {
		try (OriginalFleet fleet = distributors()) {
			ExternalProcess backend = fleet.originalBackend();
			try (ExternalProcess clients = fleet.clients("putOut")) {
				clients.await(WAITING, PATIENCE);
				backend.kill();
				assertThat(clients.awaitEnd(PATIENCE)).as(clients::output).isZero();
			}
			assertThat(fleet.distributorContext(0).getBean(BackendBridge.class).statistics().backendsDown())
				.isPositive();
			fleet.originalBackend();
			run(fleet, "answers");
		}
	}

	@Test
	void theBackendLearnsThatADistributorLeaves() throws Exception {
		try (OriginalFleet fleet = distributors()) {
			ExternalProcess backend = fleet.originalBackend();
			try (ExternalProcess clients = fleet.clients("putOut")) {
				clients.await(WAITING, PATIENCE);
				fleet.distributorContext(0).close();
				backend.await(Pattern.compile("left"), PATIENCE);
			}
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Distributor {

		@Bean
		ClientDescriber describer() {
			return (connect) -> Map.of("transport", connect.handshake().transport());
		}

		@Bean
		CustomMessages customMessages() {
			return new CustomMessages();
		}

		static final class CustomMessages implements CustomMessageListener {

			private final List<Map<String, @Nullable Object>> messages = new CopyOnWriteArrayList<>();

			@Override
			public void onCustomMessage(Map<String, @Nullable Object> fields) {
				this.messages.add(fields);
			}

		}

	}

}
