package io.distributor.benchmarks.scenario;

import java.time.Duration;

import io.distributor.benchmarks.driver.Driver;
import io.distributor.benchmarks.system.RunningSystem;
import io.distributor.benchmarks.system.Usage;
import org.HdrHistogram.Histogram;

/**
 * Counts and times what happens while it is open. {@link #record} is for the event loop
 * of the driver, the rest for the thread that runs the scenario.
 */
final class Window {

	private static final long HIGHEST = Duration.ofMinutes(2).toNanos();

	private final Histogram nanos = new Histogram(HIGHEST, 3);

	private final int audience;

	private long count;

	private boolean open;

	/**
	 * Creates a window that is closed.
	 * @param audience how many times what is emitted once is recorded; 0: nothing is
	 * emitted
	 */
	Window(int audience) {
		this.audience = audience;
	}

	/** Something happened that had begun at that time of {@link System#nanoTime}. */
	void record(long begun) {
		if (this.open) {
			this.count++;
			this.nanos.recordValue(Math.min(HIGHEST, Math.max(0, System.nanoTime() - begun)));
		}
	}

	/**
	 * Waits for the warm-up, measures for the time, and returns what was seen.
	 * @throws IllegalStateException if nothing was, or a client failed
	 */
	Measurement measure(RunningSystem system, Driver driver, Times times) {
		Driver.pause(times.warmUp().toMillis());
		Usage before = system.usage();
		long begun = System.nanoTime();
		driver.call(() -> this.open = true);
		Driver.pause(times.measure().toMillis());
		driver.call(() -> this.open = false);
		Duration time = Duration.ofNanos(System.nanoTime() - begun);
		Usage used = system.usage().since(before);
		if (this.count == 0) {
			throw new IllegalStateException("Nothing came of what clients sent in " + time);
		}
		Measurement measurement = Measurement.of(this.count, time, used.cpu()).withLatency(this.nanos);
		return (this.audience > 0 && system.hasRedis()) ? withCost(measurement, used) : measurement;
	}

	/** What backends and Redis have to do must not depend on the number of clients. */
	private Measurement withCost(Measurement measurement, Usage used) {
		double emits = Math.max(1, this.count) / (double) this.audience;
		return measurement.with(Figure.CPU_BEHIND, used.cpuBehind().toNanos() / 1e3 / emits)
			.with(Figure.REDIS_COMMANDS, used.redisCommands() / emits)
			.with(Figure.REDIS_OUTPUT, used.redisOutput() / emits);
	}

}
