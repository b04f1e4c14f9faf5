package io.distributor.benchmarks.scenario;

import io.distributor.benchmarks.driver.Driver;
import io.distributor.benchmarks.system.RunningSystem;
import io.distributor.benchmarks.system.SystemKind;

/**
 * Something that is done to a system and measured meanwhile.
 */
public interface Scenario {

	/**
	 * Returns what it is called.
	 * @return the label
	 */
	Label label();

	/**
	 * Returns by what systems are compared.
	 * @return a figure that is measured
	 */
	default Figure compared() {
		return Figure.CPU;
	}

	/**
	 * Returns whether each run needs processes that have done nothing before.
	 * @return whether it does
	 */
	default boolean needsFreshSystem() {
		return false;
	}

	/**
	 * Returns whether a system can do what is asked of it.
	 * @param system which one
	 * @return whether it can
	 */
	default boolean suits(SystemKind system) {
		return true;
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
