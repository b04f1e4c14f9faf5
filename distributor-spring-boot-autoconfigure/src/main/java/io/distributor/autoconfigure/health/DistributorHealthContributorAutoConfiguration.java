package io.distributor.autoconfigure.health;

import io.distributor.autoconfigure.BackendAutoConfiguration;
import io.distributor.autoconfigure.DistributorAutoConfiguration;
import io.distributor.gateway.Gateway;
import io.distributor.lifecycle.RoleLifecycle;
import io.distributor.link.node.LinkNode;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the health indicator {@code distributor}, which is also part of
 * the readiness group unless {@code management.endpoint.health.group.readiness.include}
 * says what is.
 */
@AutoConfiguration(after = { BackendAutoConfiguration.class, DistributorAutoConfiguration.class },
		afterName = "org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration",
		beforeName = "org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration")
@ConditionalOnClass({ HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class, LinkNode.class })
@ConditionalOnBean(LinkNode.class)
@ConditionalOnEnabledHealthIndicator("distributor")
public final class DistributorHealthContributorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = { "distributorHealthIndicator", "distributorHealthContributor" })
	DistributorHealthIndicator distributorHealthContributor(ObjectProvider<LinkNode> links,
			ObjectProvider<RoleLifecycle> lifecycles, ObjectProvider<AllowedNamespaces> allowed) {
		return new DistributorHealthIndicator(links.stream().toList(), lifecycles.stream().toList(),
				allowed.stream().flatMap((namespaces) -> namespaces.names().stream()).toList());
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Gateway.class)
	@ConditionalOnBean(Gateway.class)
	static class DistributorConfiguration {

		@Bean
		AllowedNamespaces distributorAllowedNamespaces(Gateway gateway) {
			return new AllowedNamespaces(gateway.options().namespaces());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(name = "org.springframework.boot.actuate.endpoint.annotation.Endpoint")
	static class ReadinessConfiguration {

		@Bean
		HealthEndpointGroupsPostProcessor distributorReadinessGroupPostProcessor(Environment environment) {
			return new ReadinessGroupPostProcessor("distributor", environment);
		}

	}

}
