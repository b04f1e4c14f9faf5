package io.distributor.tests.node;

import com.corundumstudio.socketio.SocketIOServer;
import io.distributor.tests.support.AnyPortServer;

import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Runs the scenarios with version 4 of the client and with applications that have a
 * server of netty-socketio as distributors.
 */
class NettySocketIoEngineIntegrationTests extends JavaScriptClientTests {

	private static final int MAX_MESSAGE = 4_000_000;

	NettySocketIoEngineIntegrationTests() {
		super("socket.io-client");
	}

	@Override
	ScenarioFleet newFleet() {
		return new ScenarioFleet(Monolith.class, (context) -> context.getBean(AnyPortServer.class).port(),
				"--distributor.server.engine=netty-socketio");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Monolith {

		@Bean(destroyMethod = "stop")
		AnyPortServer socketIoServer() {
			com.corundumstudio.socketio.Configuration configuration = new com.corundumstudio.socketio.Configuration();
			configuration.setMaxFramePayloadLength(MAX_MESSAGE);
			configuration.setMaxHttpContentLength(MAX_MESSAGE);
			return new AnyPortServer(configuration);
		}

		@Bean
		CommandLineRunner starter(SocketIOServer server) {
			return (arguments) -> server.start();
		}

	}

}
