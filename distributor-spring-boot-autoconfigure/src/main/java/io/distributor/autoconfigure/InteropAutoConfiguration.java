package io.distributor.autoconfigure;

import io.distributor.backend.instance.Backend;
import io.distributor.backend.statistics.SelectionObserver;
import io.distributor.gateway.Gateway;
import io.distributor.interop.adapter.AdapterLimits;
import io.distributor.interop.channel.ForeignChannels;
import io.distributor.interop.peer.AdapterPublisher;
import io.distributor.interop.peer.AdapterReceiver;
import io.distributor.interop.peer.AnswerLimits;
import io.distributor.interop.peer.FleetUid;
import io.distributor.interop.peer.PeerCounters;
import io.distributor.lifecycle.ForeignChannelsLifecycle;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of what joins a fleet with others on the same Redis: emitters and
 * Node servers.
 */
@AutoConfiguration(after = LinkAutoConfiguration.class)
@ConditionalOnRole({ Role.DISTRIBUTOR, Role.BACKEND, Role.STANDALONE })
@ConditionalOnClass(ForeignChannels.class)
@Conditional(OnInteropCondition.class)
@EnableConfigurationProperties(InteropProperties.class)
public final class InteropAutoConfiguration {

	@Bean
	ForeignChannels distributorForeignChannels(ForeignPortFactory ports, InteropProperties properties) {
		return new ForeignChannels(ports.create(),
				DataSizes.toBytes("distributor.interop.queue-size", properties.queueSize()));
	}

	@Bean
	ForeignChannelsLifecycle distributorForeignChannelsLifecycle(ForeignChannels channels) {
		return new ForeignChannelsLifecycle(channels);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnRole({ Role.DISTRIBUTOR, Role.STANDALONE })
	@ConditionalOnClass(Gateway.class)
	static class ReceiverConfiguration {

		@Bean
		PeerCounters distributorPeerCounters() {
			return new PeerCounters();
		}

		@Bean
		SmartInitializingSingleton distributorAdapterReceivers(Gateway gateway, ForeignChannels channels,
				PeerCounters counters, InteropProperties properties, LinkProperties link) {
			AdapterLimits limits = AdapterLimits.DEFAULT
				.withMaxBytes(DataSizes.toBytes("distributor.interop.max-message-size", properties.maxMessageSize()));
			return () -> properties.heardKeys()
				.forEach((key) -> gateway.localSockets()
					.listen(new AdapterReceiver(key, FleetUid.of(link.prefix()), limits, AnswerLimits.DEFAULT,
							gateway.localSockets(), channels, counters)));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnRole({ Role.BACKEND, Role.STANDALONE })
	@ConditionalOnClass(Backend.class)
	@ConditionalOnBooleanProperty("distributor.interop.node-adapter.enabled")
	static class PublisherConfiguration {

		@Bean
		SelectionObserver distributorAdapterPublisher(ForeignChannels channels, InteropProperties properties,
				LinkProperties link) {
			return new AdapterPublisher(properties.nodeAdapter().key(), FleetUid.of(link.prefix()), channels);
		}

	}

}
