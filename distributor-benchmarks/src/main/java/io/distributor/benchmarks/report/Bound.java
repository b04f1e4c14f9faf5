package io.distributor.benchmarks.report;

import java.util.Locale;
import java.util.OptionalDouble;

import io.distributor.benchmarks.scenario.Figure;
import io.distributor.benchmarks.system.SystemKind;
import org.jspecify.annotations.Nullable;

/**
 * What a figure is to stay below or to come up to.
 *
 * @param factor the value, or how many times that of another system
 * @param system the other system, or {@code null}
 * @param lowest whether it is the lowest value allowed, not the highest
 */
record Bound(double factor, @Nullable SystemKind system, boolean lowest) {

	static Bound atMost(double value) {
		return new Bound(value, null, false);
	}

	static Bound atMost(double factor, SystemKind system) {
		return new Bound(factor, system, false);
	}

	static Bound atLeast(double factor, SystemKind system) {
		return new Bound(factor, system, true);
	}

	OptionalDouble value(Results results, String scenario, Figure figure) {
		if (this.system == null) {
			return OptionalDouble.of(this.factor);
		}
		OptionalDouble other = results.median(scenario, this.system, figure);
		return other.isPresent() ? OptionalDouble.of(this.factor * other.getAsDouble()) : other;
	}

	boolean allows(double measured, double value) {
		return this.lowest ? measured >= value : measured <= value;
	}

	String text(Figure figure) {
		String side = this.lowest ? "at least " : "at most ";
		if (this.system == null) {
			return side + figure.format(this.factor);
		}
		return side + String.format(Locale.ROOT, "%.2f x ", this.factor) + this.system.title();
	}

}
