package io.distributor.benchmarks.scenario;

import java.util.List;

import io.distributor.benchmarks.driver.Client;
import io.distributor.benchmarks.driver.Driver;
import io.distributor.benchmarks.driver.Transport;
import io.distributor.benchmarks.system.RunningSystem;
import io.distributor.benchmarks.system.SystemKind;

/**
 * The clients of a scenario.
 *
 * @param count how many
 * @param transport what carries them
 * @param servers how many of the servers they share at most, in turn
 */
record Clients(int count, Transport transport, int servers) {

	static Clients webSockets(int count) {
		return new Clients(count, Transport.WEBSOCKET, Integer.MAX_VALUE);
	}

	static Clients polling(int count) {
		return new Clients(count, Transport.POLLING, Integer.MAX_VALUE);
	}

	static Clients onOneServer(int count) {
		return new Clients(count, Transport.WEBSOCKET, 1);
	}

	boolean suits(SystemKind system) {
		return this.transport != Transport.POLLING || system.allowsPolling();
	}

	List<Client> connect(RunningSystem system, Driver driver) {
		List<Integer> ports = system.ports();
		return driver.connect(ports.subList(0, Math.min(this.servers, ports.size())), this.count, this.transport);
	}

}
