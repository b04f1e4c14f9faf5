package io.distributor.benchmarks;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import static org.assertj.core.api.Assertions.assertThat;

class BenchmarksTests {

	@Test
	void everyBenchmarkRuns() throws Exception {
		assertThat(new Runner(new OptionsBuilder().include("io.distributor.benchmarks")
			.forks(0)
			.warmupIterations(0)
			.measurementIterations(1)
			.measurementTime(TimeValue.milliseconds(1))
			.param("sockets", "10")
			.shouldFailOnError(true)
			.verbosity(VerboseMode.SILENT)
			.build()).run()).isNotEmpty();
	}

}
