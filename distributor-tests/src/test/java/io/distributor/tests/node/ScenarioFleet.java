package io.distributor.tests.node;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.distributor.tests.support.FleetLink;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
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
		start(Backend.class, "backend", "--distributor.backend.namespace=/chat,/game");
		this.distributors = List.of(startDistributor(), startDistributor());
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

	private String startDistributor() {
		ConfigurableApplicationContext context = start(Distributor.class, "distributor", "--distributor.server.port=0",
				"--distributor.server.allow-eio3=true");
		return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.distributor.port");
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
