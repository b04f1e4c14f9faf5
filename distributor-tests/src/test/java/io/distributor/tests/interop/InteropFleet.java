package io.distributor.tests.interop;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.distributor.tests.support.ExternalProcess;
import io.distributor.tests.support.FleetLink;
import io.distributor.tests.support.NodeProject;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two distributors and a backend in this process, and scripts of Node.js beside them on
 * the same Redis.
 */
final class InteropFleet implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private final FleetLink link = FleetLink.create();

	private final String feature;

	private final Deque<ConfigurableApplicationContext> contexts = new ArrayDeque<>();

	private final List<String> distributors;

	/**
	 * Starts the fleet.
	 * @param feature what is enabled, beginning of a key under
	 * {@code distributor.interop}
	 */
	InteropFleet(String feature) {
		this.feature = feature;
		start(Backend.class, "backend", "--distributor.backend.namespace=/chat,/game");
		this.distributors = List.of(startDistributor(), startDistributor());
	}

	/**
	 * Runs a scenario of a script to its end.
	 */
	void run(String script, String scenario) {
		ProcessBuilder node = NodeProject.node("interop/run.js", script, scenario, this.link.redis().toString(), key());
		node.command().addAll(this.distributors);
		try (ExternalProcess process = ExternalProcess.start(scenario, node)) {
			assertThat(process.awaitEnd(TIMEOUT)).as(() -> scenario + " wrote:\n" + process.output()).isZero();
		}
	}

	/** Others on the Redis of all tests must not meet. */
	private String key() {
		return this.link.prefix() + "-io";
	}

	@Override
	public void close() {
		while (!this.contexts.isEmpty()) {
			this.contexts.pop().close();
		}
	}

	private String startDistributor() {
		ConfigurableApplicationContext context = start(Distributor.class, "distributor", "--distributor.server.port=0");
		return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.distributor.port");
	}

	private ConfigurableApplicationContext start(Class<?> source, String role, String... properties) {
		List<String> arguments = new ArrayList<>(this.link.arguments());
		arguments.add("--distributor.role=" + role);
		arguments.add("--distributor.interop." + this.feature + ".enabled=true");
		arguments.add("--distributor.interop." + this.feature + ".key=" + key());
		arguments.addAll(List.of(properties));
		ConfigurableApplicationContext context = new SpringApplicationBuilder(source).web(WebApplicationType.NONE)
			.run(arguments.toArray(String[]::new));
		this.contexts.push(context);
		return context;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Distributor {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(InteropHandlers.class)
	static class Backend {

	}

}
