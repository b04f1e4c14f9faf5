package io.distributor.test.fleet;

import java.util.Map;

import io.distributor.autoconfigure.DistributorAutoConfiguration;
import io.distributor.autoconfigure.LinkAutoConfiguration;
import io.distributor.lifecycle.LocalPortPublisher;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * A distributor of a {@link Fleet}.
 */
public final class FleetDistributor {

	private final AnnotationConfigApplicationContext context;

	private final int port;

	private FleetDistributor(AnnotationConfigApplicationContext context) {
		this.context = context;
		this.port = context.getEnvironment().getRequiredProperty(LocalPortPublisher.PROPERTY, Integer.class);
	}

	static FleetDistributor start(String name, ConfigurableApplicationContext application) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.setId(name);
		context.setParent(application);
		ConfigurableEnvironment environment = context.getEnvironment();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("distributorOfFleet",
					Map.of("distributor.role", "distributor", "distributor.server.port", 0, "distributor.server.drain",
							"500ms", "spring.application.name", name)));
		ConfigurationPropertySources.attach(environment);
		context.register(Roles.class);
		context.refresh();
		return new FleetDistributor(context);
	}

	/**
	 * Returns the port it listens on.
	 * @return the port
	 */
	public int port() {
		return this.port;
	}

	/**
	 * Returns the address clients connect to.
	 * @return the address, without a namespace
	 */
	public String url() {
		return "http://localhost:" + this.port;
	}

	/**
	 * Leaves as on a shutdown, and waits for it: clients are let go and come back
	 * elsewhere. Calling it again has no effect.
	 */
	public void leave() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ LifecycleAutoConfiguration.class, SslAutoConfiguration.class,
			LinkAutoConfiguration.class, DistributorAutoConfiguration.class })
	static class Roles {

	}

}
