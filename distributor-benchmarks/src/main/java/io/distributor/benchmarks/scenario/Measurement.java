package io.distributor.benchmarks.scenario;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.HdrHistogram.Histogram;

/**
 * What one run of one scenario showed.
 *
 * @param figures the values, not to be changed
 */
public record Measurement(Map<Figure, Double> figures) {

	public Measurement {
		figures = Collections.unmodifiableMap(new EnumMap<>(figures));
	}

	static Measurement of(long count, Duration time, Duration cpu) {
		return new Measurement(Map.of(Figure.PER_SECOND, count / (time.toNanos() / 1e9), Figure.CPU,
				cpu.toNanos() / 1e3 / Math.max(1, count)));
	}

	Measurement withLatency(Histogram nanos) {
		return with(Figure.P50, nanos.getValueAtPercentile(50) / 1e6)
			.with(Figure.P99, nanos.getValueAtPercentile(99) / 1e6)
			.with(Figure.MAX, nanos.getMaxValue() / 1e6);
	}

	Measurement with(Figure figure, double value) {
		Map<Figure, Double> more = new EnumMap<>(this.figures);
		more.put(figure, value);
		return new Measurement(more);
	}

	/**
	 * Returns a value.
	 * @param figure what was measured
	 * @return the value
	 * @throws IllegalArgumentException if it was not measured
	 */
	public double get(Figure figure) {
		Double value = this.figures.get(figure);
		if (value == null) {
			throw new IllegalArgumentException(figure + " (expected: one of " + this.figures.keySet() + ")");
		}
		return value;
	}

	@Override
	public String toString() {
		return this.figures.entrySet()
			.stream()
			.map((entry) -> entry.getKey().title() + " " + entry.getKey().format(entry.getValue()))
			.collect(Collectors.joining(", "));
	}

}
