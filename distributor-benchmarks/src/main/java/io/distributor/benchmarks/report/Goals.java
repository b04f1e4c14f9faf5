package io.distributor.benchmarks.report;

import java.util.List;

import io.distributor.benchmarks.scenario.Figure;
import io.distributor.benchmarks.system.SystemKind;

/**
 * What the distributor is to reach on a machine with two cores.
 */
final class Goals {

	private static final List<Goal> ALL = List.of(
			new Goal("broadcast-100", Figure.CPU, Bound.atMost(1.10, SystemKind.FLOOR)),
			new Goal("broadcast-100", Figure.CPU, Bound.atMost(0.80, SystemKind.NODE)),
			new Goal("request-10", Figure.CPU, Bound.atMost(20)),
			new Goal("request-10", Figure.PER_SECOND, Bound.atLeast(1.00, SystemKind.NODE)),
			new Goal("request-1", Figure.CPU, Bound.atMost(30)),
			new Goal("request-paced", Figure.P50, Bound.atMost(0.35)),
			new Goal("request-paced", Figure.P99, Bound.atMost(2)), new Goal("idle", Figure.RESIDENT, Bound.atMost(8)),
			// 4 000 for each second that a core works.
			new Goal("connects", Figure.CPU, Bound.atMost(250)));

	private Goals() {
	}

	/** Returns a table: each goal, what was measured, and whether it is reached. */
	static String text(Results results) {
		StringBuilder text = new StringBuilder(
				"| scenario | figure | goal | that is | measured | |\n|---|---|---|---|---|---|\n");
		ALL.forEach((goal) -> text.append(goal.row(results)));
		return text.toString();
	}

}
