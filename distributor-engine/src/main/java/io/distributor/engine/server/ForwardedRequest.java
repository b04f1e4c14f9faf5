package io.distributor.engine.server;

import java.net.InetSocketAddress;

import io.distributor.engine.forward.OwnerConnection;
import io.distributor.engine.forward.OwnerResponse;
import io.distributor.engine.forward.SessionForwarding;
import io.distributor.engine.limit.Limit;
import io.distributor.engine.protocol.engineio.RequestError;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request for a session of another server, which answers it. Its answer is passed on as
 * it comes and no faster than the client reads; a client that goes is gone there too.
 */
final class ForwardedRequest implements RequestHandler, OwnerResponse {

	private static final Logger logger = LoggerFactory.getLogger(ForwardedRequest.class);

	private final RequestExchange exchange;

	private final OtherServers servers;

	private final InetSocketAddress owner;

	private @Nullable OwnerConnection connection;

	private @Nullable WriteBufferWaterMark waterMark;

	private boolean begun;

	ForwardedRequest(RequestExchange exchange, OtherServers servers, InetSocketAddress owner) {
		this.exchange = exchange;
		this.servers = servers;
		this.owner = owner;
	}

	private HttpConnection client() {
		return this.exchange.connection();
	}

	@Override
	public void onComplete(ByteBuf body) {
		if (!this.servers.forwarding().enter()) {
			body.release();
			client().router().limits().count(Limit.FORWARDS);
			client().router().refuse(this.exchange, RequestError.UNAVAILABLE);
			return;
		}
		this.waterMark = SessionForwarding.narrow(client().channel());
		this.connection = this.servers.send(this.exchange, this.owner, body, this);
	}

	@Override
	public void onWritabilityChanged() {
		if (this.connection != null) {
			this.connection.setReading(client().channel().isWritable());
		}
	}

	@Override
	public void onCancelled() {
		if (this.connection != null) {
			this.connection.cancel();
			leave(false);
		}
	}

	@Override
	public void onPiece(HttpObject piece) {
		this.begun = true;
		if (piece instanceof LastHttpContent) {
			leave(false);
		}
		client().relay(this.exchange, piece);
	}

	@Override
	public void onPause(OwnerConnection connection) {
		client().channel().flush();
		connection.setReading(client().channel().isWritable());
	}

	@Override
	public void onWebSocket(HttpResponse head, Channel other) {
		this.servers.forwarding().join(client().channel(), other);
		client().switchProtocols(this.exchange, new DefaultFullHttpResponse(head.protocolVersion(), head.status(),
				Unpooled.EMPTY_BUFFER, head.headers(), EmptyHttpHeaders.INSTANCE));
		client().channel().flush();
	}

	@Override
	public void onFailure(Throwable cause) {
		logger.debug("A forwarded request got no answer", cause);
		leave(true);
		if (this.begun) {
			client().channel().close();
		}
		else {
			client().router().refuse(this.exchange, RequestError.UNKNOWN_SESSION);
		}
	}

	private void leave(boolean failed) {
		this.servers.forwarding().leave(failed);
		if (this.waterMark != null) {
			client().channel().config().setWriteBufferWaterMark(this.waterMark);
		}
	}

}
