package io.distributor.test.socket;

import java.util.HashSet;
import java.util.Set;

import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.EventExecutor;

import io.distributor.engine.namespace.NamespaceOptions;
import io.distributor.engine.namespace.NamespaceServer;
import io.distributor.engine.namespace.RoomSelector;
import io.distributor.engine.session.Handshake;
import io.distributor.gateway.Gateway;
import io.distributor.gateway.GatewayOptions;
import io.distributor.gateway.GatewayStatistics;
import io.distributor.link.Link;

/**
 * A distributor without its network: the real gateway and the real Socket.IO layer, on
 * one event loop. May be used from any thread but that one.
 */
final class TestDistributor implements AutoCloseable {

	private final EventExecutor loop = new DefaultEventExecutor();

	private final Gateway gateway;

	private final NamespaceServer server;

	TestDistributor(Link link) {
		this.gateway = new Gateway(link, (namespace) -> server().namespace(namespace), GatewayOptions.defaults());
		this.server = new NamespaceServer(NamespaceOptions.DEFAULTS, this.gateway);
	}

	private NamespaceServer server() {
		return this.server;
	}

	void start() {
		this.gateway.start();
	}

	ClientConnection connect(Handshake handshake, ConnectionListener listener) {
		ClientConnection connection = new ClientConnection(this.loop, handshake, listener);
		connection.open(this.server);
		return connection;
	}

	Set<String> rooms(String namespace, String socketId) {
		Set<String> rooms = new HashSet<>();
		this.server.namespace(namespace)
			.forEach(new RoomSelector(Set.of(socketId), Set.of()), (socket) -> rooms.addAll(socket.rooms()))
			.toCompletableFuture()
			.join();
		return rooms;
	}

	/**
	 * Returns whether everything that clients did until now was handled, and what that
	 * caused has arrived.
	 */
	boolean isIdle() {
		// What clients sent is on its way to the loop.
		this.loop.submit(() -> {
		}).syncUninterruptibly();
		GatewayStatistics now = this.gateway.statistics();
		return now.connecting() == 0 && now.unhandledBytes() == 0 && now.heldMessages() == 0
				&& now.departedSockets() == 0;
	}

	@Override
	public void close() {
		this.gateway.stop();
		this.loop.shutdownGracefully();
	}

}
