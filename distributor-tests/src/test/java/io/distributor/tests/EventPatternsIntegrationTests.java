package io.distributor.tests;

import io.distributor.backend.IndirectIo;
import io.distributor.tests.fleet.Client;
import io.distributor.tests.fleet.Fleet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class EventPatternsIntegrationTests {

	@RegisterExtension
	final Fleet fleet = Fleet.inMemory().distributors(1).backend("/shop", this::shop);

	private void shop(IndirectIo io) {
		io.onEvent("order.new", (event) -> "named");
		io.onEventPattern("order.*", (event) -> "order " + event.name());
		io.onEventPattern("*", (event) -> "any " + event.name() + event.arguments().get(0, int.class));
	}

	@Test
	void answersEventsWithoutAHandlerOfTheirOwn() {
		Client client = this.fleet.client(0, "/shop").connect();
		assertThat(client.call("order.new", 1)).containsExactly("named");
		assertThat(client.call("order.cancel", 2)).containsExactly("order order.cancel");
		assertThat(client.call("search", 3)).containsExactly("any search3");
	}

}
