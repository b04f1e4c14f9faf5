package io.distributor.autoconfigure.nettysocketio;

import com.corundumstudio.socketio.SocketIOClient;
import com.fasterxml.jackson.databind.Module;
import io.distributor.autoconfigure.BackendAutoConfiguration;
import io.distributor.autoconfigure.ConditionalOnRole;
import io.distributor.autoconfigure.Role;
import io.distributor.backend.IndirectIo;
import io.distributor.handler.HandlerInterceptor;
import io.distributor.handler.NettySocketIoHandlers;
import io.distributor.nettysocketio.handler.HandlerClients;
import io.distributor.nettysocketio.handler.HandlerJson;
import io.distributor.nettysocketio.handler.StoredTypes;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.handler.invocation.InvocableHandlerMethod;

/**
 * Auto-configuration of handlers written for netty-socketio, in a backend.
 */
@AutoConfiguration(after = BackendAutoConfiguration.class)
@ConditionalOnRole({ Role.BACKEND, Role.STANDALONE })
@ConditionalOnClass({ HandlerClients.class, SocketIOClient.class, IndirectIo.class, InvocableHandlerMethod.class })
@ConditionalOnBooleanProperty(name = "distributor.backend.netty-socketio.enabled", matchIfMissing = true)
@EnableConfigurationProperties(NettySocketIoHandlersProperties.class)
public final class NettySocketIoHandlersAutoConfiguration {

	@Bean
	HandlerClients nettySocketIoHandlerClients(ObjectProvider<Module> modules,
			NettySocketIoHandlersProperties properties) {
		return new HandlerClients(new HandlerJson(modules.orderedStream().toList()),
				new StoredTypes(properties.storeTypes()));
	}

	@Bean
	NettySocketIoHandlers nettySocketIoHandlers(ConfigurableListableBeanFactory beanFactory, IndirectIo io,
			ObjectProvider<JsonMapper> mapper, ObjectProvider<HandlerInterceptor> interceptors,
			HandlerClients nettySocketIoHandlerClients, NettySocketIoHandlersProperties properties) {
		return new NettySocketIoHandlers(beanFactory, io, mapper.getIfAvailable(JsonMapper::new),
				interceptors.orderedStream().toList(), nettySocketIoHandlerClients, properties.ackMode());
	}

}
