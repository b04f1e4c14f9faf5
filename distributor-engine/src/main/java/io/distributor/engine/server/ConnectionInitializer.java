package io.distributor.engine.server;

import java.util.IdentityHashMap;
import java.util.Map;

import io.distributor.engine.transport.OpenCount;
import io.distributor.engine.transport.Sessions;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.EventExecutor;

/**
 * Prepares new connections: TLS if wanted, HTTP, and the deadline of the first request.
 */
final class ConnectionInitializer extends ChannelInitializer<Channel> {

	private final EngineOptions options;

	private final RequestRouter router;

	private final OpenCount connections;

	private final ChannelFutureListener onClosed;

	private final HttpDecoderConfig decoderConfig;

	private final Map<EventExecutor, HttpDeadlines> deadlines = new IdentityHashMap<>();

	ConnectionInitializer(EngineOptions options, RequestRouter router, Sessions sessions, EventLoopGroup eventLoops,
			OpenCount connections) {
		this.options = options;
		this.router = router;
		this.onClosed = (closed) -> connections.decrement();
		this.connections = connections;
		this.decoderConfig = new HttpDecoderConfig().setMaxInitialLineLength(options.http().maxHeaderBytes())
			.setMaxHeaderSize(options.http().maxHeaderBytes());
		eventLoops
			.forEach((loop) -> this.deadlines.put(loop, HttpDeadlines.of(sessions.loop(loop).timer(), options.http())));
	}

	@Override
	protected void initChannel(Channel channel) {
		this.connections.increment();
		channel.closeFuture().addListener(this.onClosed);
		if (this.options.sslContexts() != null) {
			channel.pipeline().addLast(this.options.sslContexts().get().newHandler(channel.alloc()));
		}
		channel.pipeline()
			.addLast(new HttpServerCodec(this.decoderConfig))
			.addLast(new HttpConnection(channel, this.router, this.options.http(), deadlines(channel.eventLoop())));
	}

	private HttpDeadlines deadlines(EventExecutor eventLoop) {
		HttpDeadlines found = this.deadlines.get(eventLoop);
		if (found == null) {
			throw new IllegalArgumentException("eventLoop: " + eventLoop + " (expected: one of this server)");
		}
		return found;
	}

	/**
	 * Closes the connections no handler works for. May be called from any thread.
	 */
	void closeIdle() {
		this.deadlines.forEach((loop, found) -> loop.execute(() -> {
			found.idle().expireAll();
			found.requests().expireAll();
		}));
	}

}
