package io.distributor.benchmarks.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.distributor.benchmarks.scenario.Measurement;
import io.distributor.benchmarks.scenario.Scenario;
import io.distributor.benchmarks.system.SystemKind;

/**
 * All measurements of a comparison. For one thread.
 */
public final class Results {

	private final Map<Scenario, Map<SystemKind, List<Measurement>>> runs = new LinkedHashMap<>();

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
	 * Returns a page of tables: for each scenario the medians of each system, and how
	 * many times as much as each peer it takes.
	 * @return Markdown
	 */
	public String text() {
		StringBuilder text = new StringBuilder();
		this.runs.forEach((scenario, systems) -> text.append(new Table(scenario, systems).text()));
		return text.toString();
	}

}
