package io.distributor.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import io.distributor.benchmarks.scenario.Scenario;
import io.distributor.benchmarks.scenario.Scenarios;
import io.distributor.benchmarks.scenario.Times;
import io.distributor.benchmarks.system.SystemKind;

/**
 * What a comparison does.
 *
 * @param systems the systems, in their order
 * @param scenarios the scenarios
 * @param chosen whether they were chosen by name; if not, variants of a system run only
 * what shows them
 * @param rounds how often each scenario runs on each system
 * @param freshRounds the same for scenarios that need new processes
 * @param times how long a scenario takes
 * @param preparation how long a system is warmed up by each kind of load
 * @param limit after which time nothing more begins
 */
record ComparisonPlan(List<SystemKind> systems, List<Scenario> scenarios, boolean chosen, int rounds, int freshRounds,
		Times times, Times preparation, Duration limit) {

	private static final int START_SECONDS = 8;

	/** Connecting, leaving and joining. */
	private static final double CLIENTS_SECONDS = 1.5;

	private static final int FRESH_SECONDS = 45;

	static ComparisonPlan of(ComparisonArguments arguments) {
		List<String> names = arguments.list("scenarios", "");
		int rounds = arguments.number("rounds", 3);
		return new ComparisonPlan(
				arguments.list("systems", "distributor,distributor_3,node,netty_socketio,floor")
					.stream()
					.map((name) -> SystemKind.valueOf(name.toUpperCase(Locale.ROOT)))
					.toList(),
				Scenarios.all()
					.stream()
					.filter((scenario) -> names.isEmpty() || names.contains(scenario.label().name()))
					.toList(),
				!names.isEmpty(), rounds, arguments.number("fresh-rounds", rounds),
				new Times(Duration.ofSeconds(arguments.number("warm-up", 5)),
						Duration.ofSeconds(arguments.number("seconds", 10))),
				new Times(Duration.ZERO, Duration.ofSeconds(arguments.number("prepare", 20))),
				Duration.ofMinutes(arguments.number("minutes", 240)));
	}

	List<Scenario> scenarios(SystemKind system, boolean fresh) {
		return this.scenarios.stream()
			.filter((scenario) -> scenario.suits(system) && scenario.needsFreshSystem() == fresh)
			.filter((scenario) -> this.chosen || !system.isVariant() || Scenarios.showsVariants(scenario))
			.toList();
	}

	/** Returns about how long it takes. */
	Duration estimate() {
		double each = seconds(this.times.warmUp()) + seconds(this.times.measure()) + CLIENTS_SECONDS;
		double all = 0;
		for (SystemKind system : this.systems) {
			int together = scenarios(system, false).size();
			all += (together > 0)
					? START_SECONDS + Scenarios.preparation(system).size() * seconds(this.preparation.measure()) : 0;
			all += this.rounds * together * each;
			all += this.freshRounds * scenarios(system, true).size() * (START_SECONDS + FRESH_SECONDS);
		}
		return Duration.ofSeconds(Math.round(all));
	}

	private static double seconds(Duration duration) {
		return duration.toMillis() / 1e3;
	}

}
