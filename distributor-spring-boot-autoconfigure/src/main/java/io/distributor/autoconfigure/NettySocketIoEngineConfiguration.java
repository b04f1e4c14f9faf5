package io.distributor.autoconfigure;

import com.corundumstudio.socketio.SocketIOServer;
import io.distributor.engine.ServerOptionsBuilder;
import io.distributor.gateway.Gateway;
import io.distributor.nettysocketio.engine.NettySocketIoEngine;
import io.distributor.nettysocketio.engine.NettySocketIoOptions;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A distributor on the {@link SocketIOServer} of the application.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnServerEngine(ServerProperties.Engine.NETTY_SOCKETIO)
@ConditionalOnClass({ NettySocketIoEngine.class, SocketIOServer.class })
class NettySocketIoEngineConfiguration {

	@Bean
	NettySocketIoEngine distributorNettySocketIoEngine(Gateway gateway, ServerProperties properties,
			ListableBeanFactory beanFactory, ObjectProvider<ServerOptionsCustomizer> customizers) {
		if (beanFactory.getBeanNamesForType(SocketIOServer.class, true, false).length == 0) {
			throw new MissingSocketIoServerException("there is no SocketIOServer bean",
					"Declare the SocketIOServer of the application as a bean");
		}
		ServerOptionsBuilder options = new ServerOptionsMapper(properties).server(null);
		customizers.orderedStream().forEach((customizer) -> customizer.customize(options));
		long outbound = DataSizes.toPositive("distributor.server.limits.max-outbound-size",
				properties.limits().maxOutboundSize());
		long payload = DataSizes.toPositive("distributor.server.max-payload", properties.maxPayload());
		return new NettySocketIoEngine(new NettySocketIoOptions(options.build().namespaces(), outbound, payload),
				gateway, gateway::hasHome);
	}

	@Bean
	static NettySocketIoServers distributorNettySocketIoServers(ObjectProvider<NettySocketIoEngine> engine) {
		return new NettySocketIoServers(engine::getObject);
	}

}
