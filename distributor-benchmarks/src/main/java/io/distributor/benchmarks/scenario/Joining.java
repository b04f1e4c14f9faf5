package io.distributor.benchmarks.scenario;

import java.util.List;

import io.distributor.benchmarks.driver.Client;
import io.distributor.benchmarks.driver.ClientEvents;
import io.distributor.benchmarks.driver.Driver;

/**
 * Lets clients join rooms, one each, in turn.
 */
final class Joining implements ClientEvents {

	private final List<Client> clients;

	private final int rooms;

	private int joined;

	Joining(List<Client> clients, int rooms) {
		this.clients = clients;
		this.rooms = rooms;
	}

	void await(Driver driver) {
		driver.listen(this);
		driver.call(() -> {
			for (int i = 0; i < this.clients.size(); i++) {
				this.clients.get(i).send("421[\"join\",\"room" + i % this.rooms + "\"]");
				this.clients.get(i).flush();
			}
			return true;
		});
		while (driver.call(() -> this.joined) < this.clients.size()) {
			Driver.pause(5);
		}
	}

	@Override
	public void onAnswer(Client client, int ackId) {
		this.joined++;
	}

}
