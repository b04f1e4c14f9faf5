package io.distributor.engine.server;

import java.net.BindException;
import java.net.InetSocketAddress;

import io.distributor.engine.transport.OpenCount;
import io.distributor.engine.transport.Sessions;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import org.jspecify.annotations.Nullable;

/**
 * A port of a server. Used by the threads that start and stop the server, one at a time.
 */
final class Listener {

	private static final int BACKLOG = 4096;

	private final EngineOptions options;

	private final ConnectionInitializer initializer;

	private @Nullable Channel channel;

	Listener(EngineOptions options, RequestRouter router, Sessions sessions, EventLoopGroup workers,
			OpenCount connections) {
		this.options = options;
		this.initializer = new ConnectionInitializer(options, router, sessions, workers, connections);
	}

	Listener bind(EventLoopGroup acceptor, EventLoopGroup workers, IoTransports transport) {
		int outbound = this.options.session().maxOutboundBytes();
		ServerBootstrap bootstrap = new ServerBootstrap().group(acceptor, workers)
			.channel(transport.serverChannel())
			.option(ChannelOption.SO_BACKLOG, BACKLOG)
			.option(ChannelOption.SO_REUSEADDR, true)
			.childOption(ChannelOption.TCP_NODELAY, true)
			.childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(outbound, outbound))
			.childHandler(this.initializer);
		String host = this.options.host();
		ChannelFuture bound = (host != null) ? bootstrap.bind(host, this.options.port())
				: bootstrap.bind(this.options.port());
		bound.awaitUninterruptibly();
		if (!bound.isSuccess()) {
			throw startException(bound.cause());
		}
		this.channel = bound.channel();
		return this;
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

	InetSocketAddress address() {
		if (this.channel == null) {
			throw new IllegalStateException("The port is not bound (expected: bind() before)");
		}
		return (InetSocketAddress) this.channel.localAddress();
	}

	void close() {
		if (this.channel != null) {
			this.channel.close();
		}
	}

	/**
	 * Closes the connections no handler works for.
	 */
	void closeIdle() {
		this.initializer.closeIdle();
	}

}
