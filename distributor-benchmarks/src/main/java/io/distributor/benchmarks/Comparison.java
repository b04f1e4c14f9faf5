package io.distributor.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import io.distributor.benchmarks.driver.Driver;
import io.distributor.benchmarks.report.Page;
import io.distributor.benchmarks.report.Results;
import io.distributor.benchmarks.scenario.Measurement;
import io.distributor.benchmarks.scenario.Scenario;
import io.distributor.benchmarks.system.RunningSystem;
import io.distributor.benchmarks.system.SystemKind;
import io.distributor.benchmarks.system.Systems;

/**
 * Compares Socket.IO servers under the same load: each scenario on each system in turn,
 * several rounds, and medians. A run that fails is reported and the others go on. What it
 * is called with is in {@code README.md}.
 */
public final class Comparison {

	/** As {@code docs/operations.md} has them: idle processes give back memory. */
	private static final String JAVA_OPTIONS = "-Xmx1g,-XX:MinHeapFreeRatio=10,-XX:MaxHeapFreeRatio=20,"
			+ "-XX:G1PeriodicGCInterval=10000,-XX:TrimNativeHeapInterval=10000";

	private final ComparisonPlan plan;

	private final Systems systems;

	private final Page page;

	private final Results results = new Results();

	private final long begun = System.nanoTime();

	Comparison(ComparisonPlan plan, ComparisonArguments arguments) {
		Path peers = arguments.path("peers", "peers");
		this.plan = plan;
		this.systems = new Systems(peers, arguments.list("java", JAVA_OPTIONS));
		this.page = new Page(arguments.path("page", "target/benchmarks.md"), arguments.path("notes", "notes.md"), peers,
				arguments.toString());
	}

	/**
	 * Runs the comparison and writes its page.
	 * @param arguments {@code key=value}
	 * @throws IOException if the page cannot be written
	 */
	public static void main(String[] arguments) throws IOException {
		ComparisonArguments parsed = new ComparisonArguments(Arrays.asList(arguments));
		ComparisonPlan plan = ComparisonPlan.of(parsed);
		System.out.printf("This takes about %d minutes; after %d nothing more begins%n",
				plan.estimate().toMinutes() + 1, plan.limit().toMinutes());
		System.out.println(Files.readString(new Comparison(plan, parsed).run()));
		// Whatever a broken system has left running.
		System.exit(0);
	}

	/** Returns the page. */
	Path run() throws IOException {
		try (WarmSystems warm = new WarmSystems(this.systems, this.plan.preparation())) {
			for (int round = 1; round <= this.plan.rounds(); round++) {
				for (SystemKind kind : this.plan.systems()) {
					runTogether(warm, kind, "round " + round);
				}
				this.page.write(this.results);
			}
		}
		for (int round = 1; round <= this.plan.freshRounds(); round++) {
			for (SystemKind kind : this.plan.systems()) {
				runFresh(kind, "round " + round);
			}
		}
		return this.page.write(this.results);
	}

	private void runTogether(WarmSystems warm, SystemKind kind, String round) {
		for (Scenario scenario : this.plan.scenarios(kind, false)) {
			String what = what(round, kind, scenario);
			if (isOver(what)) {
				continue;
			}
			try {
				measure(what, scenario, kind, warm.get(kind));
			}
			catch (RuntimeException ex) {
				fail(what, ex.toString());
				warm.drop(kind);
			}
		}
	}

	private void runFresh(SystemKind kind, String round) {
		for (Scenario scenario : this.plan.scenarios(kind, true)) {
			String what = what(round, kind, scenario);
			if (isOver(what)) {
				continue;
			}
			try (RunningSystem system = this.systems.start(kind)) {
				measure(what, scenario, kind, system);
			}
			catch (RuntimeException ex) {
				fail(what, ex.toString());
			}
		}
	}

	private static String what(String round, SystemKind kind, Scenario scenario) {
		return round + ", " + kind.title() + ", " + scenario.label().name();
	}

	private boolean isOver(String what) {
		boolean over = System.nanoTime() - this.begun > this.plan.limit().toNanos();
		if (over) {
			fail(what, "not begun, the time was over");
		}
		return over;
	}

	private void measure(String what, Scenario scenario, SystemKind kind, RunningSystem system) {
		try (Driver driver = new Driver()) {
			Measurement measurement = scenario.run(system, driver, this.plan.times());
			this.results.add(scenario, kind, measurement);
			System.out.println(what + ": " + measurement);
		}
	}

	private void fail(String what, String reason) {
		String failure = what + ": " + reason;
		// What a process has written may name what is on this machine only.
		this.results.fail(failure.lines().findFirst().orElse(what));
		System.out.println(failure);
	}

}
