package io.distributor.autoconfigure.rest;

import io.distributor.autoconfigure.BackendAutoConfiguration;
import io.distributor.autoconfigure.ConditionalOnRole;
import io.distributor.autoconfigure.Role;
import io.distributor.backend.instance.Backend;
import io.distributor.lifecycle.BackendLifecycle;
import io.distributor.link.node.LinkNode;
import io.distributor.rest.ReactiveRoutes;
import io.distributor.rest.RestAccess;
import io.distributor.rest.RestCommands;
import io.distributor.rest.ServletRoutes;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Auto-configuration of plain HTTP in: POST requests to the web server of a backend. Off
 * unless {@code distributor.rest.enabled} is set.
 */
@AutoConfiguration(after = BackendAutoConfiguration.class)
@ConditionalOnBooleanProperty("distributor.rest.enabled")
@ConditionalOnWebApplication
public final class RestAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnRole({ Role.BACKEND, Role.STANDALONE })
	@ConditionalOnClass(Backend.class)
	@ConditionalOnBean(Backend.class)
	@EnableConfigurationProperties(RestProperties.class)
	static class CommandsConfiguration {

		private static final long LARGEST = 64 * 1024 * 1024;

		@Bean
		RestCommands distributorRestCommands(RestProperties properties, ListableBeanFactory beans, Backend backend,
				BackendLifecycle lifecycle, LinkNode distributorBackendLink) {
			if (properties.token() == null) {
				FilterChains.require(beans);
			}
			return new RestCommands(new RestAccess(properties.token()),
					new LinkedBackend(backend, lifecycle, distributorBackendLink), maxBody(properties.maxBodySize()));
		}

		private static int maxBody(DataSize size) {
			if (size.toBytes() < 1 || size.toBytes() > LARGEST) {
				throw new InvalidConfigurationPropertyValueException("distributor.rest.max-body-size", size,
						"The size must be between 1 byte and 64 MB.");
			}
			return (int) size.toBytes();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	@ConditionalOnClass({ Backend.class, RouterFunction.class })
	@ConditionalOnRole({ Role.BACKEND, Role.STANDALONE })
	@ConditionalOnBean(Backend.class)
	static class ServletConfiguration {

		@Bean
		RouterFunction<ServerResponse> distributorRestRoutes(RestCommands commands, RestProperties properties) {
			return new ServletRoutes(commands).below(properties.path());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	@ConditionalOnClass({ Backend.class, org.springframework.web.reactive.function.server.RouterFunction.class })
	@ConditionalOnRole({ Role.BACKEND, Role.STANDALONE })
	@ConditionalOnBean(Backend.class)
	static class ReactiveConfiguration {

		@Bean
		org.springframework.web.reactive.function.server.RouterFunction<org.springframework.web.reactive.function.server.ServerResponse> distributorRestRoutes(
				RestCommands commands, RestProperties properties) {
			return new ReactiveRoutes(commands).below(properties.path());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnRole(Role.DISTRIBUTOR)
	static class DistributorConfiguration {

		DistributorConfiguration() {
			throw new RestConfigurationException(
					"This process is a distributor, which emits to nobody: 'distributor.rest.enabled' is set.",
					"Enable it in a backend that owns the namespace, or in another instance of it.");
		}

	}

}
