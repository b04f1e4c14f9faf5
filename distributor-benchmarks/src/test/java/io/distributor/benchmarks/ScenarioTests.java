package io.distributor.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.distributor.benchmarks.driver.Driver;
import io.distributor.benchmarks.report.Results;
import io.distributor.benchmarks.scenario.Figure;
import io.distributor.benchmarks.scenario.Measurement;
import io.distributor.benchmarks.scenario.Scenario;
import io.distributor.benchmarks.scenario.Scenarios;
import io.distributor.benchmarks.scenario.Times;
import io.distributor.benchmarks.system.RunningSystem;
import io.distributor.benchmarks.system.SystemKind;
import io.distributor.benchmarks.system.Systems;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * That the load driver and what it measures work, on the system that needs nothing else.
 */
class ScenarioTests {

	private static final List<String> SOME = List.of("broadcast-100", "rooms-1000", "request-10", "bytes-1k");

	private final Systems systems = new Systems(Path.of("peers"), List.of("-Xmx128m"));

	@Test
	void measuresTheFloor() {
		Results results = new Results();
		Times times = new Times(Duration.ofMillis(200), Duration.ofMillis(300));
		try (RunningSystem floor = this.systems.start(SystemKind.FLOOR)) {
			for (Scenario scenario : Scenarios.all()) {
				if (SOME.contains(scenario.label().name())) {
					results.add(scenario, SystemKind.FLOOR, run(scenario, floor, times));
				}
			}
		}
		assertThat(results.text()).contains("`request-10`", "| floor (1) |", "| 1.00 |");
	}

	@Test
	void knowsWhatIsLive() {
		try (RunningSystem floor = this.systems.start(SystemKind.FLOOR)) {
			assertThat(floor.liveBytes()).isPositive().isLessThan(floor.residentBytes());
		}
	}

	private static Measurement run(Scenario scenario, RunningSystem system, Times times) {
		try (Driver driver = new Driver()) {
			Measurement measurement = scenario.run(system, driver, times);
			assertThat(measurement.get(Figure.PER_SECOND)).as(scenario.label().name()).isPositive();
			return measurement;
		}
	}

}
