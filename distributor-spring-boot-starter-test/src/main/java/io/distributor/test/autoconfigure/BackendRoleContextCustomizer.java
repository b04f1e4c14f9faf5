package io.distributor.test.autoconfigure;

import java.util.Map;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Makes the application a backend, and lets it not wait for other processes where nothing
 * else is said.
 */
record BackendRoleContextCustomizer() implements ContextCustomizer {

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
		MutablePropertySources sources = context.getEnvironment().getPropertySources();
		sources.addFirst(new MapPropertySource("distributorTest", Map.of("distributor.role", "backend")));
		sources.addLast(new MapPropertySource("distributorTestDefaults", Map.of("distributor.link.settle", "20ms",
				"distributor.backend.drain", "1s", "management.health.redis.enabled", "false")));
	}

}
