package io.distributor.test.autoconfigure;

import io.distributor.autoconfigure.BackendAutoConfiguration;
import io.distributor.test.fleet.Fleet;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;

/**
 * Distributors around the application.
 */
@AutoConfiguration(after = BackendAutoConfiguration.class)
final class FleetAutoConfiguration {

	private static final String DISTRIBUTORS = "distributor.test.fleet.distributors";

	@Bean(destroyMethod = "")
	Fleet distributorFleet(ConfigurableApplicationContext application) {
		return new Fleet(application);
	}

	@Bean
	SmartLifecycle distributorFleetLifecycle(Fleet fleet, ConfigurableApplicationContext application) {
		int distributors = application.getEnvironment().getProperty(DISTRIBUTORS, Integer.class, 1);
		return new AroundBackend(() -> {
			for (int i = 0; i < distributors; i++) {
				fleet.add();
			}
		}, fleet::close);
	}

}
