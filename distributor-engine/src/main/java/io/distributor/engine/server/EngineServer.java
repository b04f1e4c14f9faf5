package io.distributor.engine.server;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.distributor.engine.forward.SessionForwarding;
import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.EngineConnectionHandler;
import io.distributor.engine.session.EngineStatistics;
import io.distributor.engine.transport.EngineCounters;
import io.distributor.engine.transport.OpenCount;
import io.distributor.engine.transport.SessionBounds;
import io.distributor.engine.transport.Sessions;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An Engine.IO server on a port of its own. Starts once, stops once; all methods may be
 * called from any thread but those of the server.
 */
public final class EngineServer {

	private static final Logger logger = LoggerFactory.getLogger(EngineServer.class);

	private final EngineOptions options;

	private final EngineConnectionHandler connectionHandler;

	private final @Nullable SessionForwarding forwarding;

	private final EngineCounters counters;

	private final OpenCount connections = new OpenCount();

	private @Nullable Running running;

	/**
	 * Creates a server; nothing happens before {@link #start()}.
	 * @param options its options
	 * @param connectionHandler hears of new sessions
	 */
	public EngineServer(EngineOptions options, EngineConnectionHandler connectionHandler) {
		this(options, connectionHandler, null);
	}

	/**
	 * Creates a server that is one of a fleet; nothing happens before {@link #start()}.
	 * @param options its options
	 * @param connectionHandler hears of new sessions
	 * @param forwarding sends requests for sessions of other servers there, and takes
	 * those of others on a port of its own; {@code null} for neither
	 */
	public EngineServer(EngineOptions options, EngineConnectionHandler connectionHandler,
			@Nullable SessionForwarding forwarding) {
		this.options = options;
		this.counters = new EngineCounters(SessionBounds.of(options.session()));
		this.connectionHandler = connectionHandler;
		this.forwarding = forwarding;
	}

	/**
	 * Binds the port and accepts connections. The threads of the server keep the JVM
	 * alive until it is stopped.
	 * @throws PortInUseException if the port is in use
	 * @throws EngineStartException if the port cannot be bound for another reason
	 * @throws IllegalStateException if the server was started already, or the wanted I/O
	 * transport is not available
	 */
	public synchronized void start() {
		if (this.running != null) {
			throw new IllegalStateException("The server was started already (expected: one start)");
		}
		IoTransports transport = IoTransports.of(this.options.ioTransport());
		EventLoopGroup acceptor = group("distributor-accept", 1, transport);
		EventLoopGroup workers = group("distributor-io", threads(), transport);
		Sessions sessions = new Sessions(this.options.session(), this.connectionHandler, this.counters, workers,
				(this.forwarding != null) ? this.forwarding.tag() : "");
		List<Listener> listeners = new ArrayList<>();
		try {
			listeners.add(listener(sessions, workers, transport).bind(acceptor, workers, transport));
			if (this.forwarding != null) {
				listeners
					.add(forwardingListener(this.forwarding, sessions, workers).bind(acceptor, workers, transport));
			}
		}
		catch (RuntimeException ex) {
			workers.shutdownGracefully(0, 1, TimeUnit.SECONDS);
			acceptor.shutdownGracefully(0, 1, TimeUnit.SECONDS);
			throw ex;
		}
		workers.terminationFuture().addListener((ended) -> sessions.release());
		this.running = new Running(acceptor, workers, sessions, listeners);
		logger.info("Engine.IO server listens on port {}, path {}", port(), this.options.path());
	}

	private Listener listener(Sessions sessions, EventLoopGroup workers, IoTransports transport) {
		Clients clients = new Clients(this.options.http().proxies(), this.options.sslContexts() != null);
		UnknownSessions unknown = (this.forwarding != null)
				? new OtherServers(this.forwarding, transport.clientChannel(), this.options.session().longestSilence())
				: UnknownSessions.NOWHERE;
		return new Listener(this.options, new RequestRouter(this.options, sessions, this.counters, clients, unknown),
				sessions, workers, this.connections);
	}

	private Listener forwardingListener(SessionForwarding source, Sessions sessions, EventLoopGroup workers) {
		EngineOptions internal = this.options.forForwarded(source.options());
		RequestRouter router = new RequestRouter(internal, sessions, this.counters, new ForwardedClients(source),
				UnknownSessions.NOWHERE);
		return new Listener(internal, router, sessions, workers, this.connections);
	}

	private static EventLoopGroup group(String name, int threads, IoTransports transport) {
		return new MultiThreadIoEventLoopGroup(threads, new DefaultThreadFactory(name), transport.handlers());
	}

	private int threads() {
		return (this.options.ioThreads() > 0) ? this.options.ioThreads() : Runtime.getRuntime().availableProcessors();
	}

	/**
	 * Returns the port the server listens on.
	 * @return the port
	 * @throws IllegalStateException if the server is not running
	 */
	public synchronized int port() {
		return running().listeners().get(0).address().getPort();
	}

	/**
	 * Returns where the server takes requests that others forward.
	 * @return the address, or {@code null} if it takes none
	 * @throws IllegalStateException if the server is not running
	 */
	public synchronized @Nullable InetSocketAddress forwardingAddress() {
		List<Listener> listeners = running().listeners();
		return (listeners.size() > 1) ? listeners.get(1).address() : null;
	}

	/**
	 * Returns figures of this server.
	 * @return the figures, which change as time goes by
	 */
	public EngineStatistics statistics() {
		return this.counters;
	}

	/**
	 * Opens no further sessions; those that are open go on. A client that asks for one is
	 * told that the service is unavailable.
	 * @throws IllegalStateException if the server is not running
	 */
	public synchronized void drain() {
		running().sessions().drain();
	}

	/**
	 * Closes all sessions and stops. Clients are told, and have the given time to take
	 * leave. Without effect if the server is not running.
	 * @param timeout bound of the wait
	 */
	public synchronized void stop(Duration timeout) {
		Running stopping = this.running;
		if (stopping == null) {
			return;
		}
		this.running = null;
		try {
			takeLeave(stopping, System.nanoTime() + timeout.toNanos());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		// One after the other: an accepted connection needs a worker.
		stopping.listeners().forEach(Listener::close);
		stopping.acceptor().shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
		stopping.workers().shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
	}

	// The port stays open while sessions wait for a poll: it may come by a new
	// connection.
	private void takeLeave(Running stopping, long deadline) throws InterruptedException {
		stopping.sessions().drain();
		if (this.forwarding != null) {
			this.forwarding.drain(Duration.ZERO);
		}
		stopping.sessions().closeAll(CloseReason.SERVER_SHUTTING_DOWN).awaitZero(deadline);
		stopping.listeners().forEach(Listener::close);
		stopping.listeners().forEach(Listener::closeIdle);
		if (!this.connections.awaitZero(deadline)) {
			logger.info("Engine.IO server stops with {} connections open", this.connections.get());
		}
	}

	private Running running() {
		if (this.running == null) {
			throw new IllegalStateException("The server is not running (expected: start() before)");
		}
		return this.running;
	}

	private record Running(EventLoopGroup acceptor, EventLoopGroup workers, Sessions sessions,
			List<Listener> listeners) {
	}

}
