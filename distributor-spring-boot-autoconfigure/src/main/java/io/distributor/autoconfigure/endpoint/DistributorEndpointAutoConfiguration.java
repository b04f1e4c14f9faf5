package io.distributor.autoconfigure.endpoint;

import io.distributor.autoconfigure.BackendAutoConfiguration;
import io.distributor.autoconfigure.DistributorAutoConfiguration;
import io.distributor.backend.instance.Backend;
import io.distributor.engine.ServerEngine;
import io.distributor.gateway.Gateway;
import io.distributor.lifecycle.BackendLifecycle;
import io.distributor.lifecycle.DistributorLifecycle;
import io.distributor.link.node.LinkNode;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration of the endpoint {@code distributor}.
 */
@AutoConfiguration(after = { BackendAutoConfiguration.class, DistributorAutoConfiguration.class })
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class, LinkNode.class })
@ConditionalOnBean(LinkNode.class)
@ConditionalOnAvailableEndpoint(DistributorEndpoint.class)
public final class DistributorEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	DistributorEndpoint distributorEndpoint(ObjectProvider<EndpointRole> roles) {
		return new DistributorEndpoint(roles.orderedStream().toList());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Backend.class)
	@ConditionalOnBean(Backend.class)
	static class BackendConfiguration {

		@Bean
		@Order(0)
		BackendRole distributorBackendEndpointRole(Backend backend, LinkNode distributorBackendLink,
				BackendLifecycle lifecycle) {
			return new BackendRole(backend, distributorBackendLink, lifecycle);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Gateway.class)
	@ConditionalOnBean(Gateway.class)
	static class DistributorConfiguration {

		@Bean
		@Order(1)
		DistributorRole distributorEndpointRole(Gateway gateway, ServerEngine server, LinkNode distributorLink,
				DistributorLifecycle lifecycle) {
			return new DistributorRole(gateway, server, distributorLink, lifecycle);
		}

	}

}
