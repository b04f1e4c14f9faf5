package io.distributor.benchmarks.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

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
	 * Returns a page of tables: for each scenario the medians of each system, and the
	 * ratio of its CPU time to that of each other system.
	 * @return Markdown
	 */
	public String text() {
		StringBuilder text = new StringBuilder();
		this.runs.forEach((scenario, systems) -> {
			text.append("\n### ").append(scenario.title()).append(" (`").append(scenario.name()).append("`)\n\n");
			text.append("| system | per second | CPU each | p50 | p99 | max | memory each | CPU, times the floor |")
				.append(" CPU, times Node |\n|---|---|---|---|---|---|---|---|---|\n");
			systems.forEach((system, runs) -> text.append(row(system, runs, systems)));
		});
		return text.toString();
	}

	private static String row(SystemKind system, List<Measurement> runs, Map<SystemKind, List<Measurement>> systems) {
		double cpu = median(runs, Measurement::cpuMicros);
		return "| %s (%d) | %,.0f | %.1f us | %s | %s | %s | %s | %s | %s |%n".formatted(system.title(), runs.size(),
				median(runs, Measurement::perSecond), cpu, millis(median(runs, Measurement::p50Millis)),
				millis(median(runs, Measurement::p99Millis)), millis(median(runs, Measurement::maxMillis)),
				kilobytes(median(runs, Measurement::kilobytes)), ratio(cpu, systems.get(SystemKind.FLOOR)),
				ratio(cpu, systems.get(SystemKind.NODE)));
	}

	private static String millis(double value) {
		return (value > 0) ? "%.2f ms".formatted(value) : "";
	}

	private static String kilobytes(double value) {
		return (value > 0) ? "%.1f KB".formatted(value) : "";
	}

	private static String ratio(double cpu, @org.jspecify.annotations.Nullable List<Measurement> other) {
		return (other != null) ? "%.2f".formatted(cpu / median(other, Measurement::cpuMicros)) : "";
	}

	private static double median(List<Measurement> runs, ToDoubleFunction<Measurement> figure) {
		double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

}
