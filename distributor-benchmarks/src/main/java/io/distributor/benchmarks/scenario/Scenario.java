package io.distributor.benchmarks.scenario;

import io.distributor.benchmarks.driver.Driver;
import io.distributor.benchmarks.system.RunningSystem;

/**
 * Something that is done to a system and measured meanwhile.
 */
public interface Scenario {

	/**
	 * Returns what it is called on the command line.
	 * @return the name
	 */
	String name();

	/**
	 * Returns what it is called in tables.
	 * @return the title
	 */
	String title();

	/**
	 * Returns whether each run needs processes that have done nothing before.
	 * @return whether it does
	 */
	default boolean needsFreshSystem() {
		return false;
	}

	/**
	 * Runs it once.
	 * @param system the system, warm unless it has to be fresh
	 * @param driver a driver without clients, closed by the caller
	 * @param times how long to warm up and to measure
	 * @return what was measured
	 */
	Measurement run(RunningSystem system, Driver driver, Times times);

}
