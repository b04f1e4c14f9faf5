package io.distributor.autoconfigure.metrics;

import io.distributor.autoconfigure.BackendAutoConfiguration;
import io.distributor.autoconfigure.DistributorAutoConfiguration;
import io.distributor.autoconfigure.InteropAutoConfiguration;
import io.distributor.autoconfigure.siod.SiodAutoConfiguration;
import io.distributor.backend.instance.Backend;
import io.distributor.engine.ServerEngine;
import io.distributor.engine.forward.SessionForwarding;
import io.distributor.gateway.Gateway;
import io.distributor.interop.channel.ForeignChannels;
import io.distributor.interop.peer.PeerCounters;
import io.distributor.interop.siod.BackendBridge;
import io.distributor.interop.siod.DistributorBridge;
import io.distributor.link.node.LinkNode;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of the meters {@code distributor.*}.
 */
@AutoConfiguration(
		after = { BackendAutoConfiguration.class, DistributorAutoConfiguration.class, InteropAutoConfiguration.class,
				SiodAutoConfiguration.class },
		afterName = { "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration",
				"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration" })
@ConditionalOnClass({ MeterRegistry.class, LinkNode.class })
@ConditionalOnBean({ MeterRegistry.class, LinkNode.class })
public final class DistributorMetricsAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Gateway.class)
	@ConditionalOnBean(Gateway.class)
	static class DistributorConfiguration {

		@Bean
		LinkMetrics distributorLinkMetrics(LinkNode distributorLink) {
			return new LinkMetrics(distributorLink, "distributor");
		}

		@Bean
		GatewayMetrics distributorGatewayMetrics(Gateway gateway) {
			return new GatewayMetrics(gateway);
		}

		@Bean
		ServerMetrics distributorServerMetrics(ServerEngine server) {
			return new ServerMetrics(server);
		}

		@Bean
		@ConditionalOnBean(SessionForwarding.class)
		ForwardingMetrics distributorForwardingMetrics(SessionForwarding forwarding) {
			return new ForwardingMetrics(forwarding.statistics(), forwarding.options().maxConcurrent());
		}

		@Bean
		NamespaceMetrics distributorServerNamespaceMetrics(ServerEngine server, LinkNode distributorLink) {
			return new NamespaceMetrics("distributor.server.namespace.sockets", "Sockets connected, by namespace",
					server::sockets, () -> NamespaceMetrics.announced(distributorLink));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(ForeignChannels.class)
	@ConditionalOnBean(ForeignChannels.class)
	static class InteropConfiguration {

		@Bean
		ForeignChannelsMetrics distributorForeignChannelsMetrics(ForeignChannels channels) {
			return new ForeignChannelsMetrics(channels);
		}

		@Bean
		@ConditionalOnBean(PeerCounters.class)
		PeerMetrics distributorPeerMetrics(PeerCounters counters) {
			return new PeerMetrics(counters);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Backend.class)
	@ConditionalOnBean(Backend.class)
	static class BackendConfiguration {

		@Bean
		LinkMetrics distributorBackendLinkMetrics(LinkNode distributorBackendLink) {
			return new LinkMetrics(distributorBackendLink, "backend");
		}

		@Bean
		BackendMetrics distributorBackendMetrics(Backend backend) {
			return new BackendMetrics(backend);
		}

		@Bean
		NamespaceMetrics distributorBackendNamespaceMetrics(Backend backend) {
			return new NamespaceMetrics("distributor.backend.namespace.sockets",
					"Sockets whose home this is, by namespace", backend::sockets, () -> backend.sockets().keySet());
		}

		@Bean
		EmitCounters distributorEmitCounters(MeterRegistry registry) {
			return new EmitCounters(registry);
		}

		@Bean
		HandlerTimers distributorHandlerTimers(MeterRegistry registry) {
			return new HandlerTimers(registry);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(BackendBridge.class)
	static class OriginalConfiguration {

		@Bean
		@ConditionalOnBean(BackendBridge.class)
		SiodMetrics distributorBackendBridgeMetrics(BackendBridge bridge) {
			return new SiodMetrics(bridge.statistics());
		}

		@Bean
		@ConditionalOnBean(DistributorBridge.class)
		SiodMetrics distributorDistributorBridgeMetrics(DistributorBridge bridge) {
			return new SiodMetrics(bridge.statistics());
		}

	}

}
