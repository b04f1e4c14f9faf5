package io.distributor.autoconfigure.siod;

import java.util.Map;

import io.distributor.autoconfigure.BackendAutoConfiguration;
import io.distributor.autoconfigure.BackendProperties;
import io.distributor.autoconfigure.ConditionalOnRole;
import io.distributor.autoconfigure.DistributorAutoConfiguration;
import io.distributor.autoconfigure.ForeignPortFactory;
import io.distributor.autoconfigure.LinkDecorator;
import io.distributor.autoconfigure.Role;
import io.distributor.interop.siod.BackendBridge;
import io.distributor.interop.siod.ClientDescriber;
import io.distributor.interop.siod.CustomMessageListener;
import io.distributor.interop.siod.DistributorBridge;
import io.distributor.link.presence.NodeRole;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of the bridges to the original socket.io-distributor: in a
 * distributor to its backends, in a backend to its distributors.
 */
@AutoConfiguration(before = { DistributorAutoConfiguration.class, BackendAutoConfiguration.class })
@ConditionalOnRole({ Role.DISTRIBUTOR, Role.BACKEND })
@ConditionalOnClass(BackendBridge.class)
@Conditional(OnOriginalNamespacesCondition.class)
@EnableConfigurationProperties(SiodProperties.class)
public final class SiodAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnRole(Role.DISTRIBUTOR)
	static class DistributorConfiguration {

		@Bean
		BackendBridge siodBackendBridge(SiodProperties properties, ForeignPortFactory ports,
				ObjectProvider<ClientDescriber> describer, ObjectProvider<CustomMessageListener> customMessages) {
			return new BackendBridge(new SiodOptionsMapper(properties).options(), ports.create(),
					describer.getIfAvailable(() -> ClientDescriber.NOTHING), toAll(customMessages));
		}

		private static CustomMessageListener toAll(ObjectProvider<CustomMessageListener> listeners) {
			return (Map<String, @Nullable Object> fields) -> {
				for (CustomMessageListener listener : listeners.orderedStream().toList()) {
					listener.onCustomMessage(fields);
				}
			};
		}

		@Bean
		LinkDecorator siodBackendLinkDecorator(BackendBridge siodBackendBridge) {
			return (role, link) -> (role == NodeRole.DISTRIBUTOR) ? siodBackendBridge.addTo(link) : link;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnRole(Role.BACKEND)
	static class BackendConfiguration {

		@Bean
		DistributorBridge siodDistributorBridge(SiodProperties properties, BackendProperties backend,
				ForeignPortFactory ports) {
			return new DistributorBridge(new SiodOptionsMapper(properties).options(backend.namespace()),
					ports.create());
		}

		@Bean
		LinkDecorator siodDistributorLinkDecorator(DistributorBridge siodDistributorBridge) {
			return (role, link) -> (role == NodeRole.BACKEND) ? siodDistributorBridge.addTo(link) : link;
		}

	}

}
