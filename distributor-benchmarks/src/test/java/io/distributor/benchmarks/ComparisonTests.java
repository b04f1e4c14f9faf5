package io.distributor.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.distributor.benchmarks.system.SystemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTests {

	@TempDir
	Path folder;

	@Test
	void reportsASystemThatDoesNotStartAndGoesOnWithTheOthers() throws IOException {
		Files.writeString(this.folder.resolve("notes.md"), "## What is left\n\nThis.\n");
		String page = page("systems=node,floor", "scenarios=request-10", "rounds=1", "warm-up=0", "seconds=1",
				"prepare=1");
		assertThat(page).contains("- round 1, socket.io on Node, Redis adapter, request-10: ", "| floor (1) |",
				"| not measured |", "## What is left\n\nThis.\n", "seconds=1 prepare=1");
	}

	@Test
	void beginsNothingWhenTheTimeIsOver() throws IOException {
		String page = page("systems=floor", "scenarios=request-10", "rounds=2", "prepare=1", "minutes=0");
		assertThat(page).contains("- round 1, floor, request-10: not begun, the time was over\n",
				"- round 2, floor, request-10: not begun, the time was over\n");
	}

	@Test
	void runsOnVariantsWhatShowsThemUnlessToldOtherwise() {
		assertThat(scenarios()).containsExactly("broadcast-100", "rooms-1000", "request-1", "request-10",
				"request-paced");
		assertThat(scenarios("scenarios=rooms-max")).containsExactly("rooms-max");
	}

	private static List<String> scenarios(String... arguments) {
		return ComparisonPlan.of(new ComparisonArguments(List.of(arguments)))
			.scenarios(SystemKind.DISTRIBUTOR_EPOLL, false)
			.stream()
			.map((scenario) -> scenario.label().name())
			.toList();
	}

	@Test
	void estimatesItsTime() {
		ComparisonPlan plan = ComparisonPlan.of(new ComparisonArguments(List.of("systems=floor,node",
				"scenarios=request-10,idle", "rounds=3", "fresh-rounds=1", "warm-up=1", "seconds=5", "prepare=10")));
		assertThat(plan.estimate()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
	}

	private String page(String... arguments) throws IOException {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.addAll(List.of("page=" + this.folder.resolve("page.md"), "notes=" + this.folder.resolve("notes.md"),
				"peers=" + this.folder.resolve("nothing"), "java=-Xmx128m"));
		ComparisonArguments parsed = new ComparisonArguments(all);
		return Files.readString(new Comparison(ComparisonPlan.of(parsed), parsed).run());
	}

}
