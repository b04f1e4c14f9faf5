package io.distributor.nettysocketio.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOServer;
import com.corundumstudio.socketio.namespace.NamespacesHub;
import io.distributor.engine.ServerEngine;
import io.distributor.engine.ServerStatistics;
import io.distributor.engine.namespace.ConnectHandler;
import io.distributor.engine.namespace.Namespace;
import io.distributor.engine.namespace.NamespaceServer;

/**
 * The engine of a distributor on servers of netty-socketio that an application has: it
 * creates, starts and stops them. What clients send to namespaces that a server has
 * itself is the server's; everything else goes through the same Socket.IO layer as in our
 * own server, which asks the connect handler. May be used from any thread.
 */
public final class NettySocketIoEngine implements ServerEngine {

	private final NettySocketIoOptions options;

	private final Predicate<String> ownedByBackend;

	private final NamespaceServer namespaces;

	private final SessionCounters counters = new SessionCounters(this::unreadBytes);

	private final List<Integer> ports = new CopyOnWriteArrayList<>();

	private final List<RemoteNamespacesInitializer> initializers = new CopyOnWriteArrayList<>();

	/**
	 * Creates the engine.
	 * @param options its limits
	 * @param connectHandler decides about clients that want to join a namespace which the
	 * server does not have
	 * @param ownedByBackend says whether a live backend has a namespace, so that one that
	 * the server has, too, is reported
	 */
	public NettySocketIoEngine(NettySocketIoOptions options, ConnectHandler connectHandler,
			Predicate<String> ownedByBackend) {
		this.options = options;
		this.ownedByBackend = ownedByBackend;
		this.namespaces = new NamespaceServer(options.namespaces(), connectHandler);
	}

	/**
	 * Lets the clients of a server join other namespaces than its own. To be called
	 * before the server is started; replaces its {@code SocketIOChannelInitializer}.
	 * @param server the server
	 */
	public void attach(SocketIOServer server) {
		this.ports.add(server.getConfiguration().getPort());
		RemoteNamespacesInitializer initializer = new RemoteNamespacesInitializer(this::sessions);
		this.initializers.add(initializer);
		server.setPipelineFactory(initializer);
	}

	private ServerSessions sessions(Configuration configuration, NamespacesHub ownNamespaces) {
		return new ServerSessions(ownNamespaces, this.namespaces, this.ownedByBackend, this.options,
				configuration.getKeyStore() != null, this.counters);
	}

	private long unreadBytes() {
		return this.initializers.stream().mapToLong(RemoteNamespacesInitializer::unreadBytes).sum();
	}

	/**
	 * Returns whether servers were attached and all of them were started after that.
	 * @return whether clients reach this engine
	 */
	public boolean isReachable() {
		return !this.initializers.isEmpty()
				&& this.initializers.stream().allMatch(RemoteNamespacesInitializer::isStarted);
	}

	/**
	 * Does nothing: the application starts its servers.
	 */
	@Override
	public void start() {
	}

	/**
	 * Returns the port that the first server is configured with.
	 * @throws IllegalStateException if no server was attached
	 */
	@Override
	public int port() {
		if (this.ports.isEmpty()) {
			throw new IllegalStateException("port: no SocketIOServer attached (expected: one)");
		}
		return this.ports.get(0);
	}

	@Override
	public Namespace namespace(String name) {
		return this.namespaces.namespace(name);
	}

	/**
	 * Returns how many sockets are connected in each namespace of backends that has one.
	 * @return the numbers by the names of the namespaces, a snapshot
	 */
	@Override
	public Map<String, Integer> sockets() {
		return this.namespaces.sockets();
	}

	/**
	 * Closes the connections of clients that have asked for a namespace of a backend, in
	 * slices, as if the connections were lost: they come back by themselves.
	 * @param duration how long it takes; 0 or more
	 * @return completes when the last one was closed
	 */
	@Override
	public CompletionStage<Void> drain(Duration duration) {
		return this.namespaces.drain(duration);
	}

	/**
	 * Closes those connections at once. The servers go on.
	 */
	@Override
	public void stop() {
		this.initializers.forEach(RemoteNamespacesInitializer::closeSessions);
	}

	/**
	 * Returns what this engine did and holds, without the servers' own namespaces.
	 * @return the statistics, live
	 */
	@Override
	public ServerStatistics statistics() {
		return new ServerStatistics(this.counters, this.namespaces.statistics());
	}

}
