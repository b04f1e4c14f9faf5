package io.distributor.autoconfigure;

import io.distributor.engine.ServerOptionsBuilder;
import io.distributor.engine.SocketIoServer;
import io.distributor.engine.forward.SessionForwarding;
import io.distributor.engine.server.FileSource;
import io.distributor.gateway.Gateway;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;

/**
 * A distributor on a server of its own.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnServerEngine(ServerProperties.Engine.BUILT_IN)
class BuiltInEngineConfiguration {

	@Bean
	SocketIoServer distributorServer(Gateway gateway, ServerProperties properties, SslBundles sslBundles,
			ResourceLoader resources, ObjectProvider<ServerOptionsCustomizer> customizers,
			ObjectProvider<SessionForwarding> forwarding) {
		ServerOptionsBuilder options = new ServerOptionsMapper(properties)
			.server(ServerSslContexts.of(properties.ssl().bundle(), sslBundles));
		if (properties.serveClient()) {
			FileSource client = new WebJarClient(resources.getClassLoader()).files();
			options.engine((engine) -> engine.files(client));
		}
		customizers.orderedStream().forEach((customizer) -> customizer.customize(options));
		SessionForwarding present = forwarding.getIfAvailable();
		return (present != null) ? SocketIoServer.create(options.build(), gateway, present)
				: SocketIoServer.create(options.build(), gateway);
	}

}
