package io.distributor.autoconfigure.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.distributor.autoconfigure.Contexts;
import io.distributor.autoconfigure.InteropAutoConfiguration;
import io.distributor.autoconfigure.Role;
import io.distributor.backend.statistics.EventOutcome;
import io.distributor.interop.siod.BackendBridge;
import io.distributor.interop.siod.ClientDescriber;
import io.distributor.interop.siod.CustomMessageListener;
import io.distributor.interop.siod.SiodOptions;
import io.distributor.link.memory.MemoryLinkHub;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The list of meters in {@code docs/operations.md} and the dashboard, compared with what
 * is registered.
 */
class DocumentedMetersTests {

	private static final Path DOCS = Path.of("..", "docs");

	private static final Pattern ROW = Pattern
		.compile("(?m)^\\| `(distributor\\.(?!event\\.)[a-z.]+)` \\| ([^|]*) \\|");

	private static final Pattern NAME_IN_QUERY = Pattern.compile("distributor_[a-z_]+");

	private static final Pattern SAMPLE = Pattern.compile("(?m)^(distributor_[a-z_]+)[{ ]");

	@Test
	void listsEachMeterWithItsTagsAndNoOther() {
		Contexts.runner(Role.STANDALONE)
			.withBean(PrometheusMeterRegistry.class, () -> new PrometheusMeterRegistry(PrometheusConfig.DEFAULT))
			.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class, InteropAutoConfiguration.class))
			.withPropertyValues("distributor.interop.redis-emitter.enabled=true",
					"distributor.server.forwarding.enabled=true", "distributor.server.forwarding.address=127.0.0.1",
					"distributor.link.secret=a secret of this test, 32 characters and more")
			.run((context) -> {
				registerAll(context);
				assertThat(documented()).isEqualTo(registered(context.getBean(MeterRegistry.class)));
			});
	}

	@Test
	void drawsOnlyWhatIsThere() {
		Contexts.runner(Role.STANDALONE)
			.withBean(PrometheusMeterRegistry.class, () -> new PrometheusMeterRegistry(PrometheusConfig.DEFAULT))
			.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class))
			.run((context) -> {
				registerAll(context);
				Set<String> there = names(SAMPLE, 1, context.getBean(PrometheusMeterRegistry.class).scrape());
				Set<String> drawn = names(NAME_IN_QUERY, 0, read("grafana/distributor.json"));
				assertThat(drawn).hasSizeGreaterThan(20);
				assertThat(there).containsAll(drawn);
			});
	}

	/** Some meters are registered when the first event comes. */
	private static void registerAll(ApplicationContext context) {
		context.getBean(HandlerTimers.class).onHandled("/chat", "post", EventOutcome.HANDLED, 1);
		context.getBean(EmitCounters.class).onEmit("/chat", "posted");
		MeterRegistry registry = context.getBean(MeterRegistry.class);
		new SiodMetrics(new BackendBridge(SiodOptions.of(Set.of("/chat")), new MemoryLinkHub().port(),
				ClientDescriber.NOTHING, CustomMessageListener.NONE)
			.statistics()).bindTo(registry);
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(registry.find("distributor.server.namespace.sockets").gauges()).isNotEmpty());
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(registry.find("distributor.backend.namespace.sockets").gauges()).isNotEmpty());
	}

	private static Set<String> documented() throws IOException {
		return ROW.matcher(read("operations.md"))
			.results()
			.map((row) -> row.group(1) + " " + row.group(2).replace("`", ""))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> registered(MeterRegistry registry) {
		return registry.getMeters()
			.stream()
			.map(Meter::getId)
			.filter((id) -> id.getName().startsWith("distributor."))
			.map((id) -> id.getName() + " " + tags(id))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String tags(Meter.Id id) {
		String tags = id.getTags().stream().map(Tag::getKey).sorted().collect(Collectors.joining(", "));
		return tags.isEmpty() ? "-" : tags;
	}

	private static Set<String> names(Pattern pattern, int group, String text) {
		return pattern.matcher(text)
			.results()
			.map((MatchResult result) -> result.group(group))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String read(String page) throws IOException {
		return Files.readString(DOCS.resolve(page));
	}

}
