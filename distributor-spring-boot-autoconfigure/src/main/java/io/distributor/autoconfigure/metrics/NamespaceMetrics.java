package io.distributor.autoconfigure.metrics;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.distributor.link.Link;
import io.distributor.link.presence.Node;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * Sockets by namespace, looked at every ten seconds by a thread of its own, since
 * namespaces come and go. Only names that backends announce become tags; what clients
 * made up from a pattern counts as one, and so does what is beyond a hundred names.
 */
final class NamespaceMetrics implements MeterBinder, AutoCloseable {

	private static final String OTHER = "other";

	private static final int LIMIT = 100;

	private static final long INTERVAL_SECONDS = 10;

	private final String name;

	private final String description;

	private final Supplier<Map<String, Integer>> sockets;

	private final Supplier<Set<String>> announced;

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor((task) -> {
		Thread thread = new Thread(task, "distributor-metrics");
		thread.setDaemon(true);
		return thread;
	});

	/**
	 * Creates the meters.
	 * @param name name of the meter
	 * @param description what it shows
	 * @param sockets numbers of sockets by namespace
	 * @param announced names that may become tags
	 */
	NamespaceMetrics(String name, String description, Supplier<Map<String, Integer>> sockets,
			Supplier<Set<String>> announced) {
		this.name = name;
		this.description = description;
		this.sockets = sockets;
		this.announced = announced;
	}

	static Set<String> announced(Link link) {
		return link.nodes().stream().map(Node::namespaces).flatMap(Set::stream).collect(Collectors.toSet());
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		MultiGauge gauge = MultiGauge.builder(this.name).description(this.description).register(registry);
		this.timer.scheduleWithFixedDelay(() -> refresh(gauge), 0, INTERVAL_SECONDS, TimeUnit.SECONDS);
	}

	void refresh(MultiGauge gauge) {
		gauge.register(byTag().entrySet()
			.stream()
			.map((entry) -> MultiGauge.Row.of(Tags.of("namespace", entry.getKey()), entry.getValue()))
			.toList(), true);
	}

	Map<String, Integer> byTag() {
		Set<String> announced = this.announced.get();
		Map<String, Integer> byTag = new TreeMap<>();
		byTag.put(OTHER, 0);
		announced.stream().sorted().limit(LIMIT).forEach((namespace) -> byTag.put(namespace, 0));
		this.sockets.get()
			.forEach((namespace, number) -> byTag.merge(byTag.containsKey(namespace) ? namespace : OTHER, number,
					Integer::sum));
		return byTag;
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

}
