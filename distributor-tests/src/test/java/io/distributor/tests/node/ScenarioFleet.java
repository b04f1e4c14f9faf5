package io.distributor.tests.node;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToIntFunction;

import io.distributor.tests.support.FleetLink;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Two distributors and the backend of the scenarios, in this process, on a Redis.
 */
final class ScenarioFleet implements AutoCloseable {

	private final FleetLink link = FleetLink.create();

	private final Deque<ConfigurableApplicationContext> contexts = new ArrayDeque<>();

	private final List<String> distributors;

	ScenarioFleet() {
		this(Distributor.class, ScenarioFleet::port, "--distributor.server.port=0",
				"--distributor.server.allow-eio3=true");
	}

	/**
	 * Creates the fleet with distributors of one's choice.
	 * @param distributor application of a distributor
	 * @param port gives the port it listens on
	 * @param properties its properties, as arguments
	 */
	ScenarioFleet(Class<?> distributor, ToIntFunction<ApplicationContext> port, String... properties) {
		start(Backend.class, "backend", "--distributor.backend.namespace=/chat,/game");
		this.distributors = List.of(startDistributor(distributor, port, properties),
				startDistributor(distributor, port, properties));
	}

	List<String> distributors() {
		return this.distributors;
	}

	@Override
	public void close() {
		while (!this.contexts.isEmpty()) {
			this.contexts.pop().close();
		}
	}

	private String startDistributor(Class<?> distributor, ToIntFunction<ApplicationContext> port,
			String... properties) {
		return "http://localhost:" + port.applyAsInt(start(distributor, "distributor", properties));
	}

	static int port(ApplicationContext context) {
		return context.getEnvironment().getRequiredProperty("local.distributor.port", Integer.class);
	}

	private ConfigurableApplicationContext start(Class<?> source, String role, String... properties) {
		List<String> arguments = new ArrayList<>(this.link.arguments());
		arguments.add("--distributor.role=" + role);
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
	@Import(ScenarioHandlers.class)
	static class Backend {

	}

}
