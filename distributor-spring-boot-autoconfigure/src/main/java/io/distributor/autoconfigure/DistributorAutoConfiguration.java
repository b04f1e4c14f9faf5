package io.distributor.autoconfigure;

import java.time.Duration;

import io.distributor.engine.ServerEngine;
import io.distributor.engine.SocketIoServer;
import io.distributor.engine.forward.SessionForwarding;
import io.distributor.gateway.Gateway;
import io.distributor.gateway.GatewayOptions;
import io.distributor.gateway.HeaderSource;
import io.distributor.lifecycle.DistributorLifecycle;
import io.distributor.lifecycle.LocalPortPublisher;
import io.distributor.link.Link;
import io.distributor.link.node.LinkNode;
import io.distributor.link.presence.NodeRole;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration of a distributor: the Socket.IO server and its gateway to the link.
 */
@AutoConfiguration(after = { LinkAutoConfiguration.class, SslAutoConfiguration.class })
@ConditionalOnRole({ Role.DISTRIBUTOR, Role.STANDALONE })
@ConditionalOnClass({ Gateway.class, SocketIoServer.class })
@EnableConfigurationProperties(ServerProperties.class)
@Import({ ForwardingConfiguration.class, BuiltInEngineConfiguration.class, NettySocketIoEngineConfiguration.class,
		MissingEngineConfiguration.class })
public final class DistributorAutoConfiguration {

	@Bean(destroyMethod = "")
	LinkNode distributorLink(LinkNodeFactory factory) {
		return factory.create(NodeRole.DISTRIBUTOR, Duration.ZERO);
	}

	@Bean
	Gateway distributorGateway(LinkNode distributorLink, ObjectProvider<ServerEngine> server,
			ServerProperties properties, ObjectProvider<GatewayOptionsCustomizer> customizers,
			ObjectProvider<HeaderSource> headers, ObjectProvider<LinkDecorator> decorators) {
		GatewayOptions options = new ServerOptionsMapper(properties).gateway();
		for (GatewayOptionsCustomizer customizer : customizers.orderedStream().toList()) {
			options = customizer.customize(options);
		}
		Link link = LinkDecorators.apply(decorators, NodeRole.DISTRIBUTOR, distributorLink);
		return new Gateway(link, (namespace) -> server.getObject().namespace(namespace), options,
				headers.getIfAvailable(() -> HeaderSource.NONE));
	}

	@Bean
	DistributorLifecycle distributorLifecycle(Gateway gateway, ServerEngine server, ServerProperties properties,
			ObjectProvider<LifecycleProperties> lifecycle, ObjectProvider<SessionForwarding> forwarding,
			ApplicationContext applicationContext) {
		Duration shutdownPhase = lifecycle.getIfAvailable(LifecycleProperties::new).getTimeoutPerShutdownPhase();
		return new DistributorLifecycle(gateway, server, forwarding.getIfAvailable(), properties.drain(), shutdownPhase,
				applicationContext);
	}

	@Bean
	ReadinessWatch distributorReadinessWatch(DistributorLifecycle lifecycle) {
		return new ReadinessWatch(lifecycle);
	}

	@Bean
	LocalPortPublisher distributorLocalPortPublisher() {
		return new LocalPortPublisher();
	}

}
