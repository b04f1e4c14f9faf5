package io.distributor.tests.simulation;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;

import io.distributor.link.protocol.Protections;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Proves that the simulation can fail, and that each protection is needed: without it,
 * one of the first seeds breaks a promise.
 */
class ProtectionsTests {

	private static final int SEEDS = 2_000;

	private final JsonMapper mapper = JsonMapper.builder().build();

	@Test
	void losesMessagesWithoutResend() {
		assertThat(broken(() -> Sabotage.of(new Protections(false, true, true, true)))).containsAnyOf("is lost",
				"are missing", "did not hear", "came after", "is not connected");
	}

	@Test
	void handlesMessagesTwiceWithoutDuplicateRemoval() {
		assertThat(broken(() -> Sabotage.of(new Protections(true, false, true, true)))).containsAnyOf("came after",
				"after");
	}

	@Test
	void reordersMessagesWithoutOrderAcrossChannels() {
		assertThat(broken(() -> Sabotage.of(new Protections(true, true, false, true)))).containsAnyOf("heard",
				"came after", "did not hear");
	}

	@Test
	void neverRecoversWithoutFencingOfNodes() {
		assertThat(broken(() -> Sabotage.of(new Protections(true, true, true, false)))).isNotEmpty();
	}

	@Test
	void believesFormerHomesWithoutAdoptionNumbers() {
		assertThat(broken(() -> Sabotage.of(new AdoptionNumbers()))).isNotEmpty();
	}

	@Test
	void handlesEventsTwiceWithoutCarefulRelease() {
		assertThat(broken(() -> Sabotage.of(new EarlyRelease()))).containsAnyOf("without a mark", "is marked",
				"too often", "of another one than its home", "saw data");
	}

	@Test
	void losesHomesWithoutDrain() {
		assertThat(broken(Sabotage::withoutDrain)).contains("home lost though all was well");
	}

	/** Returns what the first seed breaks that breaks anything. */
	private String broken(Supplier<Sabotage> sabotage) {
		try (ErrorLog log = new ErrorLog()) {
			return LongStream.range(0, SEEDS).mapToObj((seed) -> {
				List<String> broken = log.watch(new FleetSimulation(seed, sabotage.get(), this.mapper, false));
				return broken.isEmpty() ? "" : "seed " + seed + ": " + broken.get(0);
			}).filter((found) -> !found.isEmpty()).findFirst().orElse("");
		}
	}

}
