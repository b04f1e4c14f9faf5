package io.distributor.link.protocol;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the protocol under thousands of seeds. {@code -Dlink.simulation.seeds=100000} runs
 * more, {@code -Dlink.simulation.seed=42} replays one.
 */
class LinkSimulationTests {

	private static final int SEEDS = Integer.getInteger("link.simulation.seeds", 2_000);

	@Test
	void losesDoublesAndReordersNothing() {
		Long seed = Long.getLong("link.simulation.seed");
		long handled = (seed != null) ? run(seed)
				: LongStream.range(0, SEEDS).parallel().map(LinkSimulationTests::run).sum();
		assertThat(handled).isGreaterThan((seed != null) ? 1 : 100L * SEEDS);
	}

	@Test
	void isTheSameForTheSameSeed() {
		assertThat(run(11)).isEqualTo(run(11));
	}

	private static int run(long seed) {
		try {
			return new LinkSimulation(seed).run();
		}
		catch (AssertionError | RuntimeException ex) {
			throw new AssertionError("Seed " + seed + " fails (replay: -Dlink.simulation.seed=" + seed + ")", ex);
		}
	}

}
