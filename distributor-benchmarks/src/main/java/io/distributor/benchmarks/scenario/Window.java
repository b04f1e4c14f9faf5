package io.distributor.benchmarks.scenario;

import java.time.Duration;

import io.distributor.benchmarks.driver.Driver;
import io.distributor.benchmarks.system.RunningSystem;
import org.HdrHistogram.Histogram;

/**
 * Counts and times what happens while it is open. {@link #record} is for the event loop
 * of the driver, the rest for the thread that runs the scenario.
 */
final class Window {

	private static final long HIGHEST = Duration.ofMinutes(2).toNanos();

	private final Histogram nanos = new Histogram(HIGHEST, 3);

	private long count;

	private boolean open;

	/** Something happened that had begun at that time of {@link System#nanoTime}. */
	void record(long begun) {
		if (this.open) {
			this.count++;
			this.nanos.recordValue(Math.min(HIGHEST, Math.max(0, System.nanoTime() - begun)));
		}
	}

	/** Waits for the warm-up, measures for the time, and returns what was seen. */
	Measurement measure(RunningSystem system, Driver driver, Times times) {
		Driver.pause(times.warmUp().toMillis());
		long cpu = system.cpuTime().toNanos();
		long begun = System.nanoTime();
		driver.call(() -> this.open = true);
		Driver.pause(times.measure().toMillis());
		driver.call(() -> this.open = false);
		Duration time = Duration.ofNanos(System.nanoTime() - begun);
		return Measurement.of(this.count, time, Duration.ofNanos(system.cpuTime().toNanos() - cpu), this.nanos);
	}

}
