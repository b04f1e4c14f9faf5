package io.distributor.benchmarks.report;

import java.util.EnumMap;
import java.util.Map;

import io.distributor.benchmarks.scenario.Figure;
import io.distributor.benchmarks.scenario.Measurement;
import io.distributor.benchmarks.scenario.Scenario;
import io.distributor.benchmarks.scenario.Scenarios;
import io.distributor.benchmarks.system.SystemKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResultsTests {

	private final Results results = new Results();

	@Test
	void tellsWhichGoalsAreReached() {
		add("request-1", SystemKind.DISTRIBUTOR, Figure.CPU, 31, 25, 29);
		add("broadcast-100", SystemKind.DISTRIBUTOR, Figure.CPU, 9);
		add("broadcast-100", SystemKind.FLOOR, Figure.CPU, 8);
		add("broadcast-100", SystemKind.NODE, Figure.CPU, 12);
		assertThat(this.results.text()).contains(
				"| `request-1` | CPU each | at most 30.0 us | 30.0 us | 29.0 us | reached |",
				"| `broadcast-100` | CPU each | at most 1.10 x floor | 8.8 us | 9.0 us | **not reached** |",
				"| 9.6 us | 9.0 us | reached |");
	}

	@Test
	void comparesWhatIsToBeMore() {
		add("request-10", SystemKind.NODE, Figure.PER_SECOND, 100);
		add("request-10", SystemKind.DISTRIBUTOR, Figure.PER_SECOND, 99);
		assertThat(this.results.text()).contains("| 100 | 99 | **not reached** |");
	}

	@Test
	void saysWhatWasNotMeasured() {
		assertThat(this.results.text())
			.contains("| `idle` | resident each | at most 8.0 KB | 8.0 KB |  | not measured |", "None.");
	}

	@Test
	void listsWhatFailed() {
		this.results.fail("round 1, floor, idle: on purpose");
		assertThat(this.results.text()).contains("- round 1, floor, idle: on purpose\n").doesNotContain("None.");
	}

	private void add(String name, SystemKind system, Figure figure, double... values) {
		Scenario scenario = Scenarios.all()
			.stream()
			.filter((one) -> one.label().name().equals(name))
			.findFirst()
			.orElseThrow();
		for (double value : values) {
			Map<Figure, Double> figures = new EnumMap<>(Map.of(Figure.CPU, 1.0));
			figures.put(figure, value);
			this.results.add(scenario, system, new Measurement(figures));
		}
	}

}
