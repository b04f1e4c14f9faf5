package io.distributor.engine;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;

import io.distributor.engine.forward.SessionForwarding;
import io.distributor.engine.namespace.ConnectHandler;
import io.distributor.engine.namespace.Namespace;
import io.distributor.engine.namespace.NamespaceServer;
import io.distributor.engine.server.EngineServer;
import org.jspecify.annotations.Nullable;

/**
 * A Socket.IO server on a port of its own. Starts once, stops once. May be used from any
 * thread, but the methods that start and stop it not from those of the server.
 * <p>
 * It speaks Socket.IO protocol revision 5 on Engine.IO revision 4: what clients of major
 * versions 3 and 4 speak. If it is allowed, also revision 4 on revision 3: what those of
 * major version 2 speak.
 */
public final class SocketIoServer implements ServerEngine {

	private final ServerOptions options;

	private final NamespaceServer namespaces;

	private final EngineServer engine;

	private final @Nullable SessionForwarding forwarding;

	private SocketIoServer(ServerOptions options, ConnectHandler connectHandler,
			@Nullable SessionForwarding forwarding) {
		this.options = options;
		this.forwarding = forwarding;
		this.namespaces = new NamespaceServer(options.namespaces(), connectHandler);
		this.engine = new EngineServer(options.engine(), this.namespaces, forwarding);
	}

	/**
	 * Creates a server; nothing happens before {@link #start()}.
	 * @param options its options
	 * @param connectHandler decides about clients that want to join a namespace
	 * @return the server
	 */
	public static SocketIoServer create(ServerOptions options, ConnectHandler connectHandler) {
		return new SocketIoServer(options, connectHandler, null);
	}

	/**
	 * Creates a server that is one of a fleet; nothing happens before {@link #start()}.
	 * @param options its options
	 * @param connectHandler decides about clients that want to join a namespace
	 * @param forwarding sends requests for sessions of other servers there, and takes
	 * those of others
	 * @return the server
	 */
	public static SocketIoServer create(ServerOptions options, ConnectHandler connectHandler,
			SessionForwarding forwarding) {
		return new SocketIoServer(options, connectHandler, forwarding);
	}

	/**
	 * Binds the port and accepts clients. The threads of the server keep the JVM alive
	 * until it is stopped.
	 * @throws io.distributor.engine.server.EngineStartException if the port cannot be
	 * bound, as when it is in use
	 * @throws IllegalStateException if the server was started already
	 */
	@Override
	public void start() {
		this.engine.start();
	}

	/**
	 * Returns the port the server listens on.
	 * @return the port
	 * @throws IllegalStateException if the server is not running
	 */
	@Override
	public int port() {
		return this.engine.port();
	}

	/**
	 * Returns where the server takes requests that others forward.
	 * @return the address, or {@code null} if it takes none
	 * @throws IllegalStateException if the server is not running
	 */
	@Override
	public @Nullable InetSocketAddress forwardingAddress() {
		return this.engine.forwardingAddress();
	}

	@Override
	public Namespace namespace(String name) {
		return this.namespaces.namespace(name);
	}

	/**
	 * Returns how many sockets are connected in each namespace that has one.
	 * @return the numbers by the names of the namespaces, a snapshot
	 */
	@Override
	public Map<String, Integer> sockets() {
		return this.namespaces.sockets();
	}

	/**
	 * Accepts no further clients and lets those go that are there, in slices, as if their
	 * connections were lost: they come back by themselves, to another server.
	 * @param duration how long it takes; 0 or more
	 * @return completes when the last one was let go
	 * @throws IllegalStateException if the server is not running
	 */
	@Override
	public CompletionStage<Void> drain(Duration duration) {
		this.engine.drain();
		if (this.forwarding != null) {
			this.forwarding.drain(duration);
		}
		return this.namespaces.drain(duration);
	}

	/**
	 * Closes all connections and stops; takes {@link ServerOptions#stopTimeout()} at
	 * most, and a moment for its threads. Without effect if the server is not running.
	 */
	@Override
	public void stop() {
		this.engine.stop(this.options.stopTimeout());
	}

	/**
	 * Returns what this server did and holds.
	 * @return the statistics, live
	 */
	@Override
	public ServerStatistics statistics() {
		return new ServerStatistics(this.engine.statistics(), this.namespaces.statistics());
	}

}
