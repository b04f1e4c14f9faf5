package io.distributor.tests.simulation;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps the promises of the fleet under 10 000 seeds.
 * {@code -Dfleet.simulation.seeds=100000} runs more, {@code -Dfleet.simulation.seed=42}
 * replays one and prints what happened.
 */
class FleetSimulationTests {

	private static final int SEEDS = Integer.getInteger("fleet.simulation.seeds", 10_000);

	private final JsonMapper mapper = JsonMapper.builder().build();

	@Test
	void keepsItsPromises() {
		Long seed = Long.getLong("fleet.simulation.seed");
		try (ErrorLog log = new ErrorLog()) {
			if (seed != null) {
				replay(seed, log);
			}
			else {
				assertThat(runAll(log)).isGreaterThan(50L * SEEDS);
			}
		}
	}

	// Not in the common pool: there, gateways that left look at their sockets once more,
	// and fleets would be kept in memory until it is their turn.
	private long runAll(ErrorLog log) {
		ForkJoinPool pool = new ForkJoinPool(Runtime.getRuntime().availableProcessors());
		try {
			return pool.submit(() -> LongStream.range(0, SEEDS).parallel().map((next) -> run(next, log)).sum()).join();
		}
		finally {
			pool.shutdown();
		}
	}

	private long run(long seed, ErrorLog log) {
		FleetSimulation simulation = new FleetSimulation(seed, Sabotage.NONE, this.mapper, false);
		List<String> broken = log.watch(simulation);
		if (!broken.isEmpty()) {
			throw new AssertionError(
					"Seed " + seed + " fails (replay: -Dfleet.simulation.seed=" + seed + "): " + broken);
		}
		return simulation.handled();
	}

	private void replay(long seed, ErrorLog log) {
		FleetSimulation simulation = new FleetSimulation(seed, Sabotage.NONE, this.mapper, true);
		List<String> broken = log.watch(simulation);
		simulation.trace().forEach(System.out::println);
		assertThat(broken).as("seed " + seed).isEmpty();
	}

	@Test
	void isTheSameForTheSameSeed() {
		try (ErrorLog log = new ErrorLog()) {
			for (long seed = 0; seed < 20; seed++) {
				assertThat(trace(seed, log)).isEqualTo(trace(seed, log)).isNotEmpty();
			}
		}
	}

	private List<String> trace(long seed, ErrorLog log) {
		FleetSimulation simulation = new FleetSimulation(seed, Sabotage.NONE, this.mapper, true);
		log.watch(simulation);
		return List.copyOf(simulation.trace());
	}

}
