package io.distributor.engine.server;

import java.util.IdentityHashMap;
import java.util.Map;

import io.distributor.engine.transport.OpenCount;
import io.distributor.engine.transport.Sessions;
import io.netty.channel.Channel;
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

	private final Map<EventExecutor, HttpDeadlines> deadlines = new IdentityHashMap<>();

	ConnectionInitializer(EngineOptions options, RequestRouter router, Sessions sessions, EventLoopGroup eventLoops,
			OpenCount connections) {
		this.options = options;
		this.router = router;
		this.connections = connections;
		eventLoops
			.forEach((loop) -> this.deadlines.put(loop, HttpDeadlines.of(sessions.loop(loop).timer(), options.http())));
	}

	@Override
	protected void initChannel(Channel channel) {
		this.connections.increment();
		channel.closeFuture().addListener((closed) -> this.connections.decrement());
		if (this.options.sslContexts() != null) {
			channel.pipeline().addLast(this.options.sslContexts().get().newHandler(channel.alloc()));
		}
		channel.pipeline()
			.addLast(new HttpServerCodec(decoderConfig()))
			.addLast(new HttpConnection(channel, this.router, this.options.http(), deadlines(channel.eventLoop())));
	}

	private HttpDecoderConfig decoderConfig() {
		return new HttpDecoderConfig().setMaxInitialLineLength(this.options.http().maxHeaderBytes())
			.setMaxHeaderSize(this.options.http().maxHeaderBytes());
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
