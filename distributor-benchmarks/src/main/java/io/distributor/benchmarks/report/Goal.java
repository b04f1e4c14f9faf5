package io.distributor.benchmarks.report;

import java.util.OptionalDouble;

import io.distributor.benchmarks.scenario.Figure;
import io.distributor.benchmarks.system.SystemKind;

/**
 * What the distributor is to reach in one scenario.
 *
 * @param scenario name of the scenario
 * @param figure what counts
 * @param bound what it is compared with
 */
record Goal(String scenario, Figure figure, Bound bound) {

	/** Returns a row of the table of goals. */
	String row(Results results) {
		OptionalDouble measured = results.median(this.scenario, SystemKind.DISTRIBUTOR, this.figure);
		OptionalDouble limit = this.bound.value(results, this.scenario, this.figure);
		return "| `%s` | %s | %s | %s | %s | %s |%n".formatted(this.scenario, this.figure.title(),
				this.bound.text(this.figure), text(limit), text(measured), verdict(measured, limit));
	}

	private String text(OptionalDouble value) {
		return value.isPresent() ? this.figure.format(value.getAsDouble()) : "";
	}

	private String verdict(OptionalDouble measured, OptionalDouble limit) {
		if (measured.isEmpty() || limit.isEmpty()) {
			return "not measured";
		}
		boolean reached = this.bound.allows(measured.getAsDouble(), limit.getAsDouble());
		return reached ? "reached" : "**not reached**";
	}

}
