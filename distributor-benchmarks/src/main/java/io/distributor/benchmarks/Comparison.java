package io.distributor.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.distributor.benchmarks.driver.Driver;
import io.distributor.benchmarks.report.Results;
import io.distributor.benchmarks.scenario.Measurement;
import io.distributor.benchmarks.scenario.Scenario;
import io.distributor.benchmarks.scenario.Scenarios;
import io.distributor.benchmarks.scenario.Times;
import io.distributor.benchmarks.system.RunningSystem;
import io.distributor.benchmarks.system.SystemKind;
import io.distributor.benchmarks.system.Systems;

/**
 * Compares Socket.IO servers under the same load: each scenario on each system in turn,
 * several rounds, and medians. What it is called with is in {@code README.md}.
 */
public final class Comparison {

	private final Systems systems;

	private final List<SystemKind> kinds;

	private final List<Scenario> scenarios;

	private final int rounds;

	private final Times times;

	private final Times preparation;

	private final Results results = new Results();

	private Comparison(ComparisonArguments arguments) {
		this.systems = new Systems(arguments.path("peers", "peers"), arguments.list("java", "-Xmx1g"));
		this.kinds = arguments.list("systems", "distributor,distributor_3,node,netty_socketio,floor")
			.stream()
			.map((name) -> SystemKind.valueOf(name.toUpperCase(Locale.ROOT)))
			.toList();
		List<String> names = arguments.list("scenarios", "");
		this.scenarios = Scenarios.all()
			.stream()
			.filter((scenario) -> names.isEmpty() || names.contains(scenario.label().name()))
			.toList();
		this.rounds = arguments.number("rounds", 3);
		this.times = new Times(Duration.ofSeconds(arguments.number("warm-up", 10)),
				Duration.ofSeconds(arguments.number("seconds", 10)));
		this.preparation = new Times(Duration.ZERO, Duration.ofSeconds(arguments.number("prepare", 20)));
	}

	/**
	 * Runs the comparison and writes its page.
	 * @param arguments {@code key=value}
	 * @throws IOException if the page cannot be written
	 */
	public static void main(String[] arguments) throws IOException {
		ComparisonArguments parsed = new ComparisonArguments(Arrays.asList(arguments));
		Path page = parsed.path("page", "target/benchmarks.md");
		Comparison comparison = new Comparison(parsed);
		for (int round = 1; round <= comparison.rounds; round++) {
			comparison.runRound(round);
			Files.writeString(page, comparison.page());
		}
		System.out.println(comparison.page());
	}

	private void runRound(int round) {
		for (SystemKind kind : this.kinds) {
			List<Scenario> possible = this.scenarios.stream().filter((scenario) -> scenario.suits(kind)).toList();
			List<Scenario> together = new ArrayList<>(possible);
			together.removeIf(Scenario::needsFreshSystem);
			runTogether(round, kind, together);
			possible.stream()
				.filter(Scenario::needsFreshSystem)
				.forEach((scenario) -> runTogether(round, kind, List.of(scenario)));
		}
	}

	private void runTogether(int round, SystemKind kind, List<Scenario> scenarios) {
		if (scenarios.isEmpty()) {
			return;
		}
		try (RunningSystem system = this.systems.start(kind)) {
			if (!scenarios.get(0).needsFreshSystem()) {
				prepare(system);
			}
			for (Scenario scenario : scenarios) {
				try (Driver driver = new Driver()) {
					Measurement measurement = scenario.run(system, driver, this.times);
					this.results.add(scenario, kind, measurement);
					System.out.printf("round %d, %s, %s: %s%n", round, kind.title(), scenario.label().title(),
							measurement);
				}
				catch (RuntimeException ex) {
					System.out.printf("round %d, %s, %s failed: %s%n", round, kind.title(), scenario.label().title(),
							ex);
				}
			}
		}
	}

	// Compilers of a JVM take longer than a warm-up, and most where little is to be done.
	private void prepare(RunningSystem system) {
		for (Scenario scenario : Scenarios.preparation()) {
			try (Driver driver = new Driver()) {
				scenario.run(system, driver, this.preparation);
			}
		}
	}

	private String page() {
		return "Measured on %s: %d processors, %s %s, Java %s. Medians of %d rounds of %d s after %d s of warming up.%n%s"
			.formatted(LocalDate.now(), Runtime.getRuntime().availableProcessors(), System.getProperty("os.name"),
					System.getProperty("os.version"), System.getProperty("java.version"), this.rounds,
					this.times.measure().toSeconds(), this.times.warmUp().toSeconds(), this.results.text());
	}

}
