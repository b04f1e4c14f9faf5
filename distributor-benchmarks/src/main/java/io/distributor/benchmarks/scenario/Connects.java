package io.distributor.benchmarks.scenario;

import java.time.Duration;

import io.distributor.benchmarks.driver.Driver;
import io.distributor.benchmarks.system.RunningSystem;

/**
 * Clients connect, a hundred at a time, and stay: how fast, and what an idle connection
 * needs in memory of the processes that hold them.
 */
final class Connects implements Scenario {

	private static final int SETTLE_MILLIS = 3_000;

	private final String name;

	private final String title;

	private final int clients;

	private final boolean fresh;

	Connects(String name, String title, int clients, boolean fresh) {
		this.name = name;
		this.title = title;
		this.clients = clients;
		this.fresh = fresh;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public String title() {
		return this.title;
	}

	@Override
	public boolean needsFreshSystem() {
		return this.fresh;
	}

	@Override
	public Measurement run(RunningSystem system, Driver driver, Times times) {
		long bytes = system.residentBytes();
		Duration cpu = system.cpuTime();
		long begun = System.nanoTime();
		driver.connect(system.ports(), this.clients);
		Duration time = Duration.ofNanos(System.nanoTime() - begun);
		Duration spent = system.cpuTime().minus(cpu);
		if (this.fresh) {
			Driver.pause(SETTLE_MILLIS);
		}
		return Measurement.ofMemory(this.clients, time, spent, this.fresh ? system.residentBytes() - bytes : 0);
	}

}
