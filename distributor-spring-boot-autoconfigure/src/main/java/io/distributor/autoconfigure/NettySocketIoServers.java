package io.distributor.autoconfigure;

import java.util.function.Supplier;

import com.corundumstudio.socketio.SocketIOServer;
import io.distributor.nettysocketio.engine.NettySocketIoEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Attaches the engine of the distributor to each server of netty-socketio, before the
 * application starts it: that, and stopping it, is the application's part.
 */
final class NettySocketIoServers implements BeanPostProcessor, ApplicationListener<ApplicationReadyEvent> {

	private static final Logger logger = LoggerFactory.getLogger(NettySocketIoServers.class);

	private final Supplier<NettySocketIoEngine> engine;

	/**
	 * Creates it.
	 * @param engine gives the engine; asked when the first server is created
	 */
	NettySocketIoServers(Supplier<NettySocketIoEngine> engine) {
		this.engine = engine;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof SocketIOServer server) {
			this.engine.get().attach(server);
		}
		return bean;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		if (!this.engine.get().isReachable()) {
			logger
				.error("Clients do not reach namespaces of backends: the SocketIOServer is not running, or was started "
						+ "before it was a bean. Start it when the application starts, as in a CommandLineRunner, not in the "
						+ "method that creates it");
		}
	}

}
