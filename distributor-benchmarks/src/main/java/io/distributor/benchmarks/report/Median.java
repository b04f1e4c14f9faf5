package io.distributor.benchmarks.report;

import java.util.List;

import io.distributor.benchmarks.scenario.Figure;
import io.distributor.benchmarks.scenario.Measurement;

/**
 * The median of a figure over several runs.
 */
final class Median {

	private Median() {
	}

	static double of(List<Measurement> runs, Figure figure) {
		double[] sorted = runs.stream().mapToDouble((run) -> run.get(figure)).sorted().toArray();
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

}
