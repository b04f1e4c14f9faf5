package io.distributor.tests.fleet;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.distributor.engine.ServerEngine;
import io.distributor.engine.ServerOptions;
import io.distributor.engine.ServerStatistics;
import io.distributor.engine.forward.ForwardingOptions;
import io.distributor.engine.forward.ForwardingStatistics;
import io.distributor.engine.forward.SessionForwarding;
import io.distributor.gateway.Gateway;
import io.distributor.gateway.GatewayOptions;
import io.distributor.gateway.GatewayStatistics;
import io.distributor.gateway.LocalSockets;
import io.distributor.link.LinkOptions;
import io.distributor.link.node.LinkNode;
import io.distributor.link.presence.NodeRole;
import org.jspecify.annotations.Nullable;

/**
 * A distributor of a fleet, listening on a free port.
 */
public final class Distributor {

	private static final ForwardingOptions FORWARDING = new ForwardingOptions(InetAddress.getLoopbackAddress(), 0,
			List.of("a secret of all tests, 32 characters and more"), Duration.ofMinutes(1), 1000,
			Duration.ofSeconds(2));

	private final CountingPort port;

	private final Gateway gateway;

	private final ServerEngine server;

	private final @Nullable SessionForwarding forwarding;

	private final int listeningPort;

	private boolean stopped;

	Distributor(String name, LinkMedium medium, LinkOptions linkOptions, GatewayOptions gatewayOptions,
			ServerOptions serverOptions, boolean forwarding) {
		this.port = new CountingPort(medium.port());
		LinkNode link = new LinkNode(NodeRole.DISTRIBUTOR, name, linkOptions, this.port);
		this.gateway = new Gateway(link, (namespace) -> server().namespace(namespace), gatewayOptions);
		this.forwarding = forwarding ? new SessionForwarding(FORWARDING, this.gateway.sessionOwners()) : null;
		this.server = TestEngine.current().create(serverOptions, this.gateway, this.forwarding);
		this.gateway.start();
		this.server.start();
		InetSocketAddress address = this.server.forwardingAddress();
		if (this.forwarding != null && address != null) {
			this.gateway.announceForwarding(this.forwarding.tag(), address);
		}
		this.listeningPort = this.server.port();
	}

	private ServerEngine server() {
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

	/**
	 * Returns what was forwarded, in a fleet that does.
	 * @return the statistics, live
	 */
	public ForwardingStatistics forwardingStatistics() {
		return Objects.requireNonNull(this.forwarding).statistics();
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
			this.port.tellCutOff();
			this.gateway.stop();
		}
	}

}
