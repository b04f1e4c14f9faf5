package io.distributor.benchmarks.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import io.distributor.benchmarks.scenario.Figure;
import io.distributor.benchmarks.scenario.Measurement;
import io.distributor.benchmarks.scenario.Scenario;
import io.distributor.benchmarks.system.SystemKind;

/**
 * All measurements of a comparison. For one thread.
 */
public final class Results {

	private final Map<Scenario, Map<SystemKind, List<Measurement>>> runs = new LinkedHashMap<>();

	private final List<String> failures = new ArrayList<>();

	/**
	 * Adds a measurement.
	 * @param scenario what was done
	 * @param system to which system
	 * @param measurement what was measured
	 */
	public void add(Scenario scenario, SystemKind system, Measurement measurement) {
		this.runs.computeIfAbsent(scenario, (key) -> new EnumMap<>(SystemKind.class))
			.computeIfAbsent(system, (key) -> new ArrayList<>())
			.add(measurement);
	}

	/**
	 * Adds a run that failed, or did not begin.
	 * @param what what it was, and why
	 */
	public void fail(String what) {
		this.failures.add(what);
	}

	/**
	 * Returns the median of all runs.
	 * @param scenario name of the scenario
	 * @param system which system
	 * @param figure which figure
	 * @return the median, or nothing if it was not measured
	 */
	OptionalDouble median(String scenario, SystemKind system, Figure figure) {
		List<Measurement> measured = this.runs.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().label().name().equals(scenario))
			.flatMap((entry) -> entry.getValue().getOrDefault(system, List.of()).stream())
			.filter((run) -> run.figures().containsKey(figure))
			.toList();
		return measured.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Median.of(measured, figure));
	}

	/**
	 * Returns a page of tables: what is to be reached, then for each scenario the medians
	 * of each system, and how many times as much as each peer it takes; then what failed.
	 * @return Markdown
	 */
	public String text() {
		StringBuilder text = new StringBuilder("\n## Goals\n\n").append(Goals.text(this)).append("\n## Figures\n");
		this.runs.forEach((scenario, systems) -> text.append(new Table(scenario, systems).text()));
		text.append("\n## Runs that failed\n\n");
		Stream<String> lines = this.failures.isEmpty() ? Stream.of("None.\n")
				: this.failures.stream().map("- %s\n"::formatted);
		lines.forEach(text::append);
		return text.toString();
	}

}
