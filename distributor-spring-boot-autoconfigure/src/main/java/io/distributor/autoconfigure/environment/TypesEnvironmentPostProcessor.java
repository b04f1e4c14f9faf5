package io.distributor.autoconfigure.environment;

import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Lets a run that only writes the types for clients start in a build: in one process
 * without Redis, on free ports, beside an application that runs.
 */
class TypesEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	private static final String NAME = "distributorTypes";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (!Binder.get(environment).bind("distributor.types.output", String.class).isBound()) {
			return;
		}
		Map<String, Object> properties = new HashMap<>(
				Map.of("distributor.role", "standalone", "distributor.server.port", "0", "server.port", "0"));
		if (environment.containsProperty("management.server.port")) {
			properties.put("management.server.port", "0");
		}
		environment.getPropertySources().addFirst(new MapPropertySource(NAME, properties));
	}

	/**
	 * Before the one that looks at the role.
	 */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE - 1;
	}

}
