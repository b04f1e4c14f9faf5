package io.distributor.autoconfigure;

import java.util.Locale;

import io.distributor.autoconfigure.health.DistributorHealthContributorAutoConfiguration;
import io.distributor.autoconfigure.metrics.DistributorMetricsAutoConfiguration;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

/**
 * Contexts with our auto-configurations and those of Boot they meet in an application.
 */
public final class Contexts {

	private Contexts() {
	}

	/**
	 * Returns a runner without a role.
	 * @return the runner; servers take any free port and nothing waits long
	 */
	public static ApplicationContextRunner runner() {
		return plain().withConfiguration(AutoConfigurations.of(DistributorHealthContributorAutoConfiguration.class,
				DistributorMetricsAutoConfiguration.class));
	}

	/**
	 * Returns a runner with a role, and the namespace {@code /chat} for a backend.
	 * @param role the role
	 * @return the runner
	 */
	public static ApplicationContextRunner runner(Role role) {
		return runner().withPropertyValues(role(role));
	}

	/**
	 * Returns a runner without health and metrics.
	 * @param role the role
	 * @return the runner
	 */
	public static ApplicationContextRunner withoutHealth(Role role) {
		return plain().withPropertyValues(role(role));
	}

	private static ApplicationContextRunner plain() {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(BackendAutoConfiguration.class, DistributorAutoConfiguration.class,
					LinkAutoConfiguration.class, DataRedisAutoConfiguration.class, JacksonAutoConfiguration.class,
					SslAutoConfiguration.class, TaskExecutionAutoConfiguration.class,
					ValidationAutoConfiguration.class))
			.withPropertyValues("distributor.server.port=0", "distributor.server.drain=1s",
					"distributor.backend.drain=1s", "distributor.link.close-timeout=100ms", "spring.data.redis.port=1");
	}

	private static String[] role(Role role) {
		return new String[] { "distributor.role=" + role.name().toLowerCase(Locale.ROOT),
				"distributor.backend.namespace=/chat" };
	}

}
