package io.distributor.engine.server;

import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.EngineConnectionHandler;
import io.distributor.engine.session.EngineStatistics;
import io.distributor.engine.transport.EngineCounters;
import io.distributor.engine.transport.OpenCount;
import io.distributor.engine.transport.SessionBounds;
import io.distributor.engine.transport.Sessions;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
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

	private static final int BACKLOG = 4096;

	private final EngineOptions options;

	private final EngineConnectionHandler connectionHandler;

	private final EngineCounters counters;

	private final OpenCount connections = new OpenCount();

	private @Nullable Running running;

	/**
	 * Creates a server; nothing happens before {@link #start()}.
	 * @param options its options
	 * @param connectionHandler hears of new sessions
	 */
	public EngineServer(EngineOptions options, EngineConnectionHandler connectionHandler) {
		this.options = options;
		this.counters = new EngineCounters(SessionBounds.of(options.session()));
		this.connectionHandler = connectionHandler;
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
		Sessions sessions = new Sessions(this.options.session(), this.connectionHandler, this.counters, workers);
		RequestRouter router = new RequestRouter(this.options, sessions, this.counters);
		ConnectionInitializer initializer = new ConnectionInitializer(this.options, router, sessions, workers,
				this.connections);
		Channel channel = bind(acceptor, workers, transport, initializer);
		this.running = new Running(acceptor, workers, sessions, initializer, channel);
		logger.info("Engine.IO server listens on port {}, path {}", port(), this.options.path());
	}

	private static EventLoopGroup group(String name, int threads, IoTransports transport) {
		return new MultiThreadIoEventLoopGroup(threads, new DefaultThreadFactory(name), transport.handlers());
	}

	private int threads() {
		return (this.options.ioThreads() > 0) ? this.options.ioThreads() : Runtime.getRuntime().availableProcessors();
	}

	private Channel bind(EventLoopGroup acceptor, EventLoopGroup workers, IoTransports transport,
			ConnectionInitializer initializer) {
		int outbound = this.options.session().maxOutboundBytes();
		ServerBootstrap bootstrap = new ServerBootstrap().group(acceptor, workers)
			.channel(transport.serverChannel())
			.option(ChannelOption.SO_BACKLOG, BACKLOG)
			.option(ChannelOption.SO_REUSEADDR, true)
			.childOption(ChannelOption.TCP_NODELAY, true)
			.childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(outbound, outbound))
			.childHandler(initializer);
		String host = this.options.host();
		ChannelFuture bound = (host != null) ? bootstrap.bind(host, this.options.port())
				: bootstrap.bind(this.options.port());
		bound.awaitUninterruptibly();
		if (!bound.isSuccess()) {
			workers.shutdownGracefully(0, 1, TimeUnit.SECONDS);
			acceptor.shutdownGracefully(0, 1, TimeUnit.SECONDS);
			throw startException(bound.cause());
		}
		return bound.channel();
	}

	private EngineStartException startException(Throwable cause) {
		// The native transports throw an exception of their own for the same error.
		String text = String.valueOf(cause.getMessage());
		if ((cause instanceof BindException || cause.getCause() instanceof BindException || text.contains("bind"))
				&& text.contains("Address already in use")) {
			return new PortInUseException(this.options.port(), cause);
		}
		return new EngineStartException("host: " + this.options.host() + ", port: " + this.options.port()
				+ " cannot be bound (expected: an address of this machine and a port this user may open): " + text,
				cause);
	}

	/**
	 * Returns the port the server listens on.
	 * @return the port
	 * @throws IllegalStateException if the server is not running
	 */
	public synchronized int port() {
		return ((InetSocketAddress) running().channel().localAddress()).getPort();
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
		stopping.channel().close();
		stopping.acceptor().shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
		stopping.workers().shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
	}

	// The port stays open while sessions wait for a poll: it may come by a new
	// connection.
	private void takeLeave(Running stopping, long deadline) throws InterruptedException {
		stopping.sessions().drain();
		stopping.sessions().closeAll(CloseReason.SERVER_SHUTTING_DOWN).awaitZero(deadline);
		stopping.channel().close();
		stopping.initializer().closeIdle();
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
			ConnectionInitializer initializer, Channel channel) {
	}

}
