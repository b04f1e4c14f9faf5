package io.distributor.benchmarks.scenario;

import java.time.Duration;

import io.distributor.benchmarks.driver.Driver;
import io.distributor.benchmarks.system.RunningSystem;
import io.distributor.benchmarks.system.Usage;

/**
 * Clients connect to new processes and say nothing: what a connection takes in memory of
 * all processes. Others came and went before, so that code that was compiled is not
 * counted. It is looked at when each client was pinged once. What is resident has what
 * the connects left behind and was not given back; what is live has not. What the first
 * clients left behind gets some time to be given back, too.
 *
 * @param label what it is called
 * @param clients the clients
 */
record Idle(Label label, Clients clients) implements Scenario {

	/** Longer than the ping interval of all systems, which is 25 s. */
	private static final int SETTLE_MILLIS = 30_000;

	private static final int FIRST_CLIENTS = 2_000;

	private static final int LEAVE_MILLIS = 3_000;

	/** Longer than the time after which a JVM gives memory back, if it is asked to. */
	private static final int REST_MILLIS = 15_000;

	@Override
	public boolean needsFreshSystem() {
		return true;
	}

	@Override
	public Figure compared() {
		return Figure.RESIDENT;
	}

	@Override
	public Measurement run(RunningSystem system, Driver driver, Times times) {
		warmUp(system);
		long live = system.liveBytes();
		Driver.pause(REST_MILLIS);
		long resident = system.residentBytes();
		Usage before = system.usage();
		long begun = System.nanoTime();
		this.clients.connect(system, driver);
		Measurement connects = Measurement.of(this.clients.count(), Duration.ofNanos(System.nanoTime() - begun),
				system.usage().since(before).cpu());
		Driver.pause(SETTLE_MILLIS);
		driver.requireNoFailure();
		// First what is resident: a full collection changes it.
		double residentEach = each(system.residentBytes() - resident);
		return connects.with(Figure.RESIDENT, residentEach).with(Figure.LIVE, each(system.liveBytes() - live));
	}

	private static void warmUp(RunningSystem system) {
		try (Driver driver = new Driver()) {
			Clients.webSockets(FIRST_CLIENTS).connect(system, driver);
		}
		Driver.pause(LEAVE_MILLIS);
	}

	private double each(long bytes) {
		return bytes / 1024.0 / this.clients.count();
	}

}
