package io.distributor.tests.fleet;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;

import com.corundumstudio.socketio.Configuration;
import io.distributor.engine.ServerEngine;
import io.distributor.engine.ServerOptions;
import io.distributor.engine.ServerStatistics;
import io.distributor.engine.namespace.Namespace;
import io.distributor.gateway.Gateway;
import io.distributor.nettysocketio.engine.NettySocketIoEngine;
import io.distributor.nettysocketio.engine.NettySocketIoOptions;
import io.distributor.tests.support.AnyPortServer;

/**
 * The engine on a server of netty-socketio, and the application that starts and stops
 * this.
 */
final class NettySocketIoServerEngine implements ServerEngine {

	private final NettySocketIoEngine engine;

	private final AnyPortServer server;

	NettySocketIoServerEngine(ServerOptions options, Gateway gateway) {
		this.engine = new NettySocketIoEngine(new NettySocketIoOptions(options.namespaces(),
				options.engine().session().maxOutboundBytes(), options.engine().session().maxPayload()), gateway,
				gateway::hasHome);
		Configuration configuration = new Configuration();
		configuration.setHostname("127.0.0.1");
		configuration.setWorkerThreads(2);
		configuration.setBossThreads(1);
		configuration.setMaxFramePayloadLength(options.engine().session().maxPayload());
		configuration.setMaxHttpContentLength(options.engine().session().maxPayload());
		this.server = new AnyPortServer(configuration);
		this.engine.attach(this.server);
	}

	@Override
	public void start() {
		this.server.start();
	}

	@Override
	public int port() {
		return this.server.port();
	}

	@Override
	public Namespace namespace(String name) {
		return this.engine.namespace(name);
	}

	@Override
	public Map<String, Integer> sockets() {
		return this.engine.sockets();
	}

	@Override
	public CompletionStage<Void> drain(Duration duration) {
		return this.engine.drain(duration);
	}

	/** The server takes seconds to stop, which no test waits for. */
	@Override
	public void stop() {
		this.engine.stop();
		new Thread(this.server::stop, "netty-socketio-stop").start();
	}

	@Override
	public ServerStatistics statistics() {
		return this.engine.statistics();
	}

}
