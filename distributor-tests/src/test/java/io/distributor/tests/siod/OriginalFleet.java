package io.distributor.tests.siod;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

import io.distributor.tests.support.ExternalProcess;
import io.distributor.tests.support.FleetLink;
import io.distributor.tests.support.NodePackages;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Two distributors and a backend, some of them the original, on the Redis of all tests.
 */
final class OriginalFleet implements AutoCloseable {

	static final String NAMESPACE = "/chat";

	private static final Duration START = Duration.ofSeconds(30);

	private static final Pattern LISTENING = Pattern.compile("listening (\\d+)");

	private static final Pattern READY = Pattern.compile("ready");

	private static final NodePackages PACKAGES = NodePackages.of("siod");

	private final FleetLink link = FleetLink.create();

	private final List<String> distributors = new ArrayList<>();

	private final List<ConfigurableApplicationContext> distributorContexts = new ArrayList<>();

	/** Ended in the reverse order. */
	private final Deque<AutoCloseable> parts = new ArrayDeque<>();

	OriginalFleet() {
		PACKAGES.install();
	}

	/**
	 * Starts a distributor of the original.
	 * @return this fleet
	 */
	OriginalFleet originalDistributor() {
		ExternalProcess process = script("distributor.js", Integer.toString(this.distributors.size() + 1), NAMESPACE);
		this.distributors.add("http://127.0.0.1:" + process.await(LISTENING, START).group(1));
		return this;
	}

	/**
	 * Starts a backend of the original.
	 * @return the backend, ready
	 */
	ExternalProcess originalBackend() {
		ExternalProcess process = script("backend.js", NAMESPACE);
		process.await(READY, START);
		return process;
	}

	private ExternalProcess script(String script, String... arguments) {
		List<String> all = new ArrayList<>(List.of(this.link.redis().toString(), prefix(), key()));
		all.addAll(List.of(arguments));
		ExternalProcess process = ExternalProcess.start(script, PACKAGES.node(script, all.toArray(String[]::new)));
		this.parts.push(process);
		return process;
	}

	private String prefix() {
		return this.link.prefix() + "siod";
	}

	private String key() {
		return this.link.prefix() + "io";
	}

	/**
	 * Starts a distributor of ours in front of backends of the original.
	 * @return this fleet
	 */
	OriginalFleet distributor(Class<?> application) {
		return distributor(application, NAMESPACE);
	}

	/**
	 * Starts a distributor of ours in front of backends of ours.
	 * @return this fleet
	 */
	OriginalFleet plainDistributor(Class<?> application) {
		return distributor(application, "");
	}

	private OriginalFleet distributor(Class<?> application, String originalNamespaces) {
		ConfigurableApplicationContext context = start(application, "distributor", originalNamespaces,
				"--distributor.server.port=0", "--distributor.server.allow-eio3=true");
		this.distributorContexts.add(context);
		this.distributors
			.add("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.distributor.port"));
		return this;
	}

	/**
	 * Starts a backend of ours.
	 * @return its context
	 */
	ConfigurableApplicationContext backend(Class<?> application) {
		return start(application, "backend", NAMESPACE, "--distributor.backend.namespace=" + NAMESPACE);
	}

	private ConfigurableApplicationContext start(Class<?> application, String role, String originalNamespaces,
			String... properties) {
		List<String> arguments = new ArrayList<>(this.link.arguments());
		arguments.addAll(List.of("--distributor.role=" + role,
				"--distributor.interop.siod.namespaces=" + originalNamespaces,
				"--distributor.interop.siod.prefix=" + prefix(), "--distributor.interop.siod.adapter-key=" + key()));
		arguments.addAll(List.of(properties));
		ConfigurableApplicationContext context = new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
			.run(arguments.toArray(String[]::new));
		this.parts.push(context);
		return context;
	}

	ConfigurableApplicationContext distributorContext(int index) {
		return this.distributorContexts.get(index);
	}

	/**
	 * Starts a scenario of clients.
	 * @param scenario name of the scenario
	 * @return the process, to be closed
	 */
	ExternalProcess clients(String scenario) {
		List<String> arguments = new ArrayList<>(List.of(scenario, NAMESPACE));
		arguments.addAll(this.distributors);
		return ExternalProcess.start(scenario, PACKAGES.node("client.js", arguments.toArray(String[]::new)));
	}

	@Override
	public void close() throws Exception {
		while (!this.parts.isEmpty()) {
			this.parts.pop().close();
		}
	}

}
