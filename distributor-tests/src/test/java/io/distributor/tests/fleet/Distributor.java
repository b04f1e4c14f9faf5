package io.distributor.tests.fleet;

import java.time.Duration;

import io.distributor.engine.ServerOptions;
import io.distributor.engine.ServerStatistics;
import io.distributor.engine.SocketIoServer;
import io.distributor.gateway.Gateway;
import io.distributor.gateway.GatewayOptions;
import io.distributor.gateway.GatewayStatistics;
import io.distributor.gateway.LocalSockets;
import io.distributor.link.LinkOptions;
import io.distributor.link.node.LinkNode;
import io.distributor.link.presence.NodeRole;

/**
 * A distributor of a fleet, listening on a free port.
 */
public final class Distributor {

	private final CountingPort port;

	private final Gateway gateway;

	private final SocketIoServer server;

	private final int listeningPort;

	private boolean stopped;

	Distributor(String name, LinkMedium medium, LinkOptions linkOptions, GatewayOptions gatewayOptions,
			ServerOptions serverOptions) {
		this.port = new CountingPort(medium.port());
		LinkNode link = new LinkNode(NodeRole.DISTRIBUTOR, name, linkOptions, this.port);
		this.gateway = new Gateway(link, (namespace) -> server().namespace(namespace), gatewayOptions);
		this.server = SocketIoServer.create(serverOptions, this.gateway);
		this.gateway.start();
		this.server.start();
		this.listeningPort = this.server.port();
	}

	private SocketIoServer server() {
		return this.server;
	}

	/**
	 * Returns the address clients connect to.
	 * @return the address, without a namespace
	 */
	public String url() {
		return "http://127.0.0.1:" + this.listeningPort;
	}

	public int listeningPort() {
		return this.listeningPort;
	}

	public ServerStatistics serverStatistics() {
		return this.server.statistics();
	}

	public GatewayStatistics statistics() {
		return this.gateway.statistics();
	}

	public LocalSockets localSockets() {
		return this.gateway.localSockets();
	}

	/**
	 * Leaves as on a shutdown: clients are let go, then the link is closed.
	 * @param duration how long it takes
	 */
	public void drain(Duration duration) {
		this.gateway.drain(duration.plusSeconds(5));
		this.server.drain(duration).toCompletableFuture().join();
		stop();
	}

	/**
	 * Falls silent on the link and closes all connections, as if its process were killed.
	 */
	public void kill() {
		this.port.cutOff();
		stop();
	}

	/**
	 * Neither hears nor says anything on the link, but keeps its clients: as if its
	 * process hung.
	 */
	public void hang() {
		this.port.cutOff();
	}

	/**
	 * Comes back after {@link #hang()}, which it did not notice.
	 */
	public void wake() {
		this.port.join();
	}

	/**
	 * Stops. Calling it again has no effect.
	 */
	public void stop() {
		if (!this.stopped) {
			this.stopped = true;
			this.server.stop();
			this.gateway.stop();
		}
	}

}
