package io.distributor.autoconfigure.environment;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Switches off Boot's health indicator of Redis in a standalone process that has no
 * Redis: the starter brings the client, and nothing of ours uses it. It stays on as soon
 * as one key of {@code spring.data.redis} is set, and
 * {@code management.health.redis.enabled} always has the last word.
 */
class StandaloneEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	private static final String NAME = "distributorStandalone";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		Binder binder = Binder.get(environment);
		boolean standalone = binder.bind("distributor.role", String.class)
			.map((role) -> role.trim().equalsIgnoreCase("standalone"))
			.orElse(false);
		boolean redis = binder.bind("spring.data.redis", Bindable.mapOf(String.class, Object.class)).isBound();
		if (standalone && !redis) {
			environment.getPropertySources()
				.addLast(new MapPropertySource(NAME, Map.of("management.health.redis.enabled", "false")));
		}
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
