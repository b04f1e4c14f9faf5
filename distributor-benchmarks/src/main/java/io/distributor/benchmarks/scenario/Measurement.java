package io.distributor.benchmarks.scenario;

import java.time.Duration;

import org.HdrHistogram.Histogram;

/**
 * What one run of one scenario showed.
 *
 * @param perSecond how many happened in a second: deliveries, answers or connects
 * @param cpuMicros CPU time of all server processes and Redis for each, in microseconds
 * @param p50Millis median latency in milliseconds; 0 if it is not measured
 * @param p99Millis latency that 99 of 100 stay below, in milliseconds
 * @param maxMillis longest latency in milliseconds
 * @param kilobytes memory of a connection in kilobytes; 0 if it is not measured
 */
public record Measurement(double perSecond, double cpuMicros, double p50Millis, double p99Millis, double maxMillis,
		double kilobytes) {

	static Measurement of(long count, Duration time, Duration cpu, Histogram nanos) {
		return new Measurement(count / seconds(time), cpu.toNanos() / 1e3 / Math.max(1, count),
				nanos.getValueAtPercentile(50) / 1e6, nanos.getValueAtPercentile(99) / 1e6, nanos.getMaxValue() / 1e6,
				0);
	}

	static Measurement ofMemory(long count, Duration time, Duration cpu, long bytes) {
		return new Measurement(count / seconds(time), cpu.toNanos() / 1e3 / Math.max(1, count), 0, 0, 0,
				bytes / 1024.0 / count);
	}

	private static double seconds(Duration time) {
		return time.toNanos() / 1e9;
	}

}
