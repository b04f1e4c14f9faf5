package io.distributor.benchmarks;

import java.util.EnumMap;
import java.util.Map;

import io.distributor.benchmarks.driver.Driver;
import io.distributor.benchmarks.scenario.Scenario;
import io.distributor.benchmarks.scenario.Scenarios;
import io.distributor.benchmarks.scenario.Times;
import io.distributor.benchmarks.system.RunningSystem;
import io.distributor.benchmarks.system.SystemKind;
import io.distributor.benchmarks.system.Systems;

/**
 * Systems that are started once and warmed up, and then stay for all rounds: what the
 * compilers of a JVM do takes longer than the warm-up of a scenario, and longest where
 * little is to be done. Those that nobody talks to take next to nothing. For one thread.
 */
final class WarmSystems implements AutoCloseable {

	private final Systems systems;

	private final Times preparation;

	private final Map<SystemKind, RunningSystem> running = new EnumMap<>(SystemKind.class);

	WarmSystems(Systems systems, Times preparation) {
		this.systems = systems;
		this.preparation = preparation;
	}

	/**
	 * Returns a system that is warm.
	 * @throws IllegalStateException if it does not start
	 */
	RunningSystem get(SystemKind kind) {
		RunningSystem system = this.running.get(kind);
		if (system == null) {
			system = this.systems.start(kind);
			this.running.put(kind, system);
			prepare(kind, system);
		}
		return system;
	}

	private void prepare(SystemKind kind, RunningSystem system) {
		for (Scenario scenario : Scenarios.preparation(kind)) {
			try (Driver driver = new Driver()) {
				scenario.run(system, driver, this.preparation);
			}
		}
	}

	/** Ends a system that may be broken; the next one to ask gets another. */
	void drop(SystemKind kind) {
		RunningSystem system = this.running.remove(kind);
		if (system != null) {
			system.close();
		}
	}

	@Override
	public void close() {
		this.running.values().forEach(RunningSystem::close);
	}

}
