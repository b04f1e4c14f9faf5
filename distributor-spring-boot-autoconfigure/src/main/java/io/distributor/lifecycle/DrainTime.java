package io.distributor.lifecycle;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long clients have to leave, so that the rest of the shutdown fits into the time
 * that Boot gives it.
 *
 * @param value the time
 */
record DrainTime(Duration value) {

	private static final Logger logger = LoggerFactory.getLogger(DrainTime.class);

	/** Closing the last connections and saying goodbye takes less. */
	private static final Duration REST = Duration.ofSeconds(8);

	/**
	 * Returns the time that is wanted, or less, with a warning, if there is less.
	 * @param wanted the time wanted
	 * @param phase {@code spring.lifecycle.timeout-per-shutdown-phase}
	 * @return the time
	 */
	static DrainTime within(Duration wanted, Duration phase) {
		Duration half = phase.dividedBy(2);
		Duration rest = phase.minus(REST);
		Duration longest = (rest.compareTo(half) > 0) ? rest : half;
		if (wanted.compareTo(longest) <= 0) {
			return new DrainTime(wanted);
		}
		logger.warn(
				"distributor.server.drain: {} ms is shortened to {} ms, because "
						+ "spring.lifecycle.timeout-per-shutdown-phase is {} ms (expected: {} ms or more)",
				wanted.toMillis(), longest.toMillis(), phase.toMillis(), wanted.plus(REST).toMillis());
		return new DrainTime(longest);
	}

}
