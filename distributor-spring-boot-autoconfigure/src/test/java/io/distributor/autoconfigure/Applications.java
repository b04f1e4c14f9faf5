package io.distributor.autoconfigure;

import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Whole applications, on any free port.
 */
public final class Applications {

	private Applications() {
	}

	static ConfigurableApplicationContext standalone(String... arguments) {
		return run(ChatApplication.class, "standalone", arguments);
	}

	/**
	 * Runs an application.
	 * @param role its role
	 * @param source its configuration
	 * @param arguments its arguments
	 * @return the context
	 */
	public static ConfigurableApplicationContext runAs(String role, Class<?> source, String... arguments) {
		return run(source, role, arguments);
	}

	static ConfigurableApplicationContext backend(String... arguments) {
		return run(ChatApplication.class, "backend", arguments);
	}

	static ConfigurableApplicationContext distributor(String... arguments) {
		return run(EmptyApplication.class, "distributor", arguments);
	}

	/**
	 * Returns the port of a distributor.
	 * @param context its context
	 * @return the port
	 */
	public static int port(ConfigurableApplicationContext context) {
		return context.getEnvironment().getRequiredProperty("local.distributor.port", Integer.class);
	}

	private static ConfigurableApplicationContext run(Class<?> source, String role, String... arguments) {
		SpringApplication application = new SpringApplication(source);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setDefaultProperties(Map.of("distributor.role", role, "distributor.server.port", 0,
				"distributor.server.drain", "2s", "distributor.backend.namespace", "/chat", "distributor.backend.drain",
				"2s", "distributor.link.settle", settle(role)));
		return application.run(arguments);
	}

	/**
	 * A distributor refuses clients when it has not heard of a backend for so long, which
	 * on a busy machine may take a while.
	 */
	private static String settle(String role) {
		return role.equals("distributor") ? "1s" : "200ms";
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class EmptyApplication {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Chat.class)
	static class ChatApplication {

	}

}
