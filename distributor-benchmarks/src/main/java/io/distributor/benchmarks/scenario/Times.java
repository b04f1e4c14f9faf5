package io.distributor.benchmarks.scenario;

import java.time.Duration;

/**
 * How long a scenario takes.
 *
 * @param warmUp before anything is measured
 * @param measure what is measured
 */
public record Times(Duration warmUp, Duration measure) {

}
