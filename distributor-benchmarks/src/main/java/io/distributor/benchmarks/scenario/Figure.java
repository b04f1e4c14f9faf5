package io.distributor.benchmarks.scenario;

import java.util.Locale;

/**
 * What is measured, in the order of the columns of tables.
 */
public enum Figure {

	/** Deliveries, answers or connects in a second. */
	PER_SECOND("per second", "%,.0f"),

	/** CPU time of all processes for each of them, in microseconds. */
	CPU("CPU each", "%.1f us"),

	/** Median latency, in milliseconds. */
	P50("p50", "%.2f ms"),

	/** Latency that 99 of 100 stay below, in milliseconds. */
	P99("p99", "%.2f ms"),

	/** Longest latency, in milliseconds. */
	MAX("max", "%.2f ms"),

	/** Resident memory of all processes for each connection, in kilobytes. */
	RESIDENT("resident each", "%.1f KB"),

	/**
	 * Heap after a full collection, and direct memory, for each connection, in kilobytes.
	 */
	LIVE("live each", "%.1f KB"),

	/** CPU time of backends and Redis for an emit, in microseconds. */
	CPU_BEHIND("CPU behind the servers, per emit", "%.0f us"),

	/** Commands that Redis gets for an emit. */
	REDIS_COMMANDS("Redis commands per emit", "%.2f"),

	/** What Redis sends for an emit, in bytes. */
	REDIS_OUTPUT("Redis output per emit", "%,.0f B");

	private final String title;

	private final String format;

	Figure(String title, String format) {
		this.title = title;
		this.format = format;
	}

	/**
	 * Returns what it is called in tables.
	 * @return the title
	 */
	public String title() {
		return this.title;
	}

	/**
	 * Returns a value as tables have it.
	 * @param value the value
	 * @return the text
	 */
	public String format(double value) {
		return String.format(Locale.ROOT, this.format, value);
	}

}
