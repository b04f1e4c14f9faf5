package io.distributor.benchmarks.scenario;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.distributor.benchmarks.driver.Client;
import io.distributor.benchmarks.driver.ClientEvents;
import io.distributor.benchmarks.driver.Driver;

/**
 * Lets clients join rooms, one each, in turn.
 */
final class Joining implements ClientEvents {

	private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

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
		long deadline = System.nanoTime() + PATIENCE_NANOS;
		while (driver.call(() -> this.joined) < this.clients.size()) {
			if (System.nanoTime() > deadline) {
				throw new IllegalStateException(
						this.joined + " clients joined (expected: " + this.clients.size() + ")");
			}
			Driver.pause(5);
		}
	}

	@Override
	public void onAnswer(Client client, int ackId) {
		this.joined++;
	}

}
