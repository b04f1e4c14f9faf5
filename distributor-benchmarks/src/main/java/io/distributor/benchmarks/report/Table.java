package io.distributor.benchmarks.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.distributor.benchmarks.scenario.Figure;
import io.distributor.benchmarks.scenario.Measurement;
import io.distributor.benchmarks.scenario.Scenario;
import io.distributor.benchmarks.system.SystemKind;

/**
 * The table of one scenario.
 *
 * @param scenario the scenario
 * @param systems what each system showed
 */
record Table(Scenario scenario, Map<SystemKind, List<Measurement>> systems) {

	String text() {
		StringBuilder text = new StringBuilder();
		text.append("\n### %s (`%s`)\n\n".formatted(this.scenario.label().title(), this.scenario.label().name()));
		Set<Figure> figures = figures();
		List<SystemKind> peers = this.systems.keySet().stream().filter(SystemKind::isPeer).toList();
		List<String> titles = new ArrayList<>(List.of("system"));
		figures.forEach((figure) -> titles.add(figure.title()));
		peers.forEach((peer) -> titles.add(this.scenario.compared().title() + " / " + peer.title()));
		text.append(row(titles)).append("|---".repeat(titles.size())).append("|\n");
		this.systems.keySet().forEach((system) -> text.append(row(cells(system, figures, peers))));
		return text.toString();
	}

	private Set<Figure> figures() {
		Set<Figure> figures = EnumSet.noneOf(Figure.class);
		this.systems.values()
			.stream()
			.flatMap(Collection::stream)
			.forEach((run) -> figures.addAll(run.figures().keySet()));
		return figures;
	}

	private List<String> cells(SystemKind system, Set<Figure> figures, List<SystemKind> peers) {
		List<Measurement> runs = runs(system);
		List<String> cells = new ArrayList<>();
		cells.add("%s (%d)".formatted(system.title(), runs.size()));
		for (Figure figure : figures) {
			boolean measured = runs.stream().allMatch((run) -> run.figures().containsKey(figure));
			cells.add(measured ? figure.format(Median.of(runs, figure)) : "");
		}
		Figure compared = this.scenario.compared();
		for (SystemKind peer : peers) {
			cells.add(String.format(Locale.ROOT, "%.2f", Median.of(runs, compared) / Median.of(runs(peer), compared)));
		}
		return cells;
	}

	private List<Measurement> runs(SystemKind system) {
		return Objects.requireNonNull(this.systems.get(system));
	}

	private static String row(List<String> cells) {
		return "| " + String.join(" | ", cells) + " |\n";
	}

}
