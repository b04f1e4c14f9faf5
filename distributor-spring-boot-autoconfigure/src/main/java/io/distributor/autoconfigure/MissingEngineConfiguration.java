package io.distributor.autoconfigure;

import io.distributor.engine.ServerEngine;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A distributor whose engine is not on the class path.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnServerEngine(ServerProperties.Engine.NETTY_SOCKETIO)
@ConditionalOnMissingClass("io.distributor.nettysocketio.engine.NettySocketIoEngine")
class MissingEngineConfiguration {

	@Bean
	ServerEngine distributorMissingEngine() {
		throw new MissingSocketIoServerException("the module 'distributor-netty-socketio' is not on the class path",
				"Add the dependency 'io.distributor:distributor-netty-socketio'");
	}

}
