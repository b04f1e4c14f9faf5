package io.distributor.benchmarks.scenario;

import java.time.Duration;

import io.distributor.benchmarks.driver.Driver;
import io.distributor.benchmarks.system.RunningSystem;
import io.distributor.benchmarks.system.SystemKind;
import io.distributor.benchmarks.system.Usage;

/**
 * Clients connect, a hundred at a time, and leave, again and again: how fast they
 * connect, and for how much CPU. That they leave is not measured.
 *
 * @param label what it is called
 * @param clients the clients
 * @param leaving time in which they leave, and nobody connects
 */
record Connects(Label label, Clients clients, Duration leaving) implements Scenario {

	@Override
	public boolean suits(SystemKind system) {
		return this.clients.suits(system);
	}

	@Override
	public Measurement run(RunningSystem system, Driver driver, Times times) {
		new Storms(system).during(times.warmUp());
		return new Storms(system).during(times.measure());
	}

	/** Storms of connects, with what they took in all. */
	private final class Storms {

		private final RunningSystem system;

		private int count;

		private Duration time = Duration.ZERO;

		private Duration cpu = Duration.ZERO;

		Storms(RunningSystem system) {
			this.system = system;
		}

		/** At least one, and as many as begin in that time. */
		Measurement during(Duration duration) {
			long begun = System.nanoTime();
			do {
				storm();
				Driver.pause(Connects.this.leaving.toMillis());
			}
			while (System.nanoTime() - begun < duration.toNanos());
			return Measurement.of((long) this.count * Connects.this.clients.count(), this.time, this.cpu);
		}

		private void storm() {
			try (Driver driver = new Driver()) {
				Usage before = this.system.usage();
				long begun = System.nanoTime();
				Connects.this.clients.connect(this.system, driver);
				this.time = this.time.plusNanos(System.nanoTime() - begun);
				this.cpu = this.cpu.plus(this.system.usage().since(before).cpu());
				this.count++;
			}
		}

	}

}
