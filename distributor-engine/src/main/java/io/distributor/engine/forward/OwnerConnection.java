package io.distributor.engine.forward;

import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.ReadTimeoutHandler;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * A connection to another server for one request, on the event loop of the client's
 * connection, where all of it happens. Ends with the answer, or becomes a tunnel.
 */
public final class OwnerConnection extends ChannelInboundHandlerAdapter {

	private final FullHttpRequest request;

	private final OwnerResponse response;

	private @Nullable Channel channel;

	private @Nullable HttpResponse webSocket;

	private boolean done;

	OwnerConnection(FullHttpRequest request, OwnerResponse response) {
		this.request = request;
		this.response = response;
	}

	void open(EventLoop eventLoop, Class<? extends Channel> type, Target target) {
		ChannelFuture connected = new Bootstrap().group(eventLoop)
			.channel(type)
			.option(ChannelOption.TCP_NODELAY, true)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) target.connectTimeout().toMillis())
			.handler(initializer(target.silence()))
			.connect(target.address());
		this.channel = connected.channel();
		connected.addListener((result) -> onConnected(connected.channel(), result.cause()));
	}

	private ChannelInitializer<Channel> initializer(Duration silence) {
		return new ChannelInitializer<>() {

			@Override
			protected void initChannel(Channel created) {
				created.pipeline()
					.addLast(new ReadTimeoutHandler(silence.toMillis(), TimeUnit.MILLISECONDS), new HttpClientCodec(),
							OwnerConnection.this);
			}

		};
	}

	private void onConnected(Channel connected, @Nullable Throwable failure) {
		if (failure == null && !this.done) {
			connected.writeAndFlush(this.request);
			return;
		}
		this.request.release();
		connected.close();
		fail((failure != null) ? failure : new ClosedChannelException());
	}

	/**
	 * Ends it: the other server sees that the client is gone.
	 */
	public void cancel() {
		this.done = true;
		if (this.channel != null) {
			this.channel.close();
		}
	}

	/**
	 * Goes on or stops reading.
	 * @param reading whether to read
	 */
	public void setReading(boolean reading) {
		if (this.channel != null) {
			this.channel.config().setAutoRead(reading);
		}
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		if (this.done || !(message instanceof HttpObject piece) || piece.decoderResult().isFailure()) {
			ReferenceCountUtil.release(message);
			ctx.close();
			return;
		}
		if (piece instanceof HttpResponse head && head.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
			this.webSocket = head;
		}
		if (this.webSocket == null) {
			pass(ctx, piece);
		}
		else if (piece instanceof LastHttpContent) {
			ReferenceCountUtil.release(piece);
			becomeTunnel(ctx, this.webSocket);
		}
	}

	private void pass(ChannelHandlerContext ctx, HttpObject piece) {
		boolean last = piece instanceof LastHttpContent;
		this.done = last;
		this.response.onPiece(piece);
		if (last) {
			ctx.close();
		}
	}

	private void becomeTunnel(ChannelHandlerContext ctx, HttpResponse head) {
		this.done = true;
		this.response.onWebSocket(head, ctx.channel());
		ctx.pipeline().remove(HttpClientCodec.class);
		ctx.pipeline().remove(this);
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext ctx) {
		this.response.onPause(this);
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		fail(new ClosedChannelException());
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		fail(cause);
		ctx.close();
	}

	private void fail(Throwable cause) {
		if (!this.done) {
			this.done = true;
			this.response.onFailure(cause);
		}
	}

	/**
	 * Where a request goes.
	 *
	 * @param address the other server
	 * @param connectTimeout time it has to accept the connection
	 * @param silence time after which it is given up if nothing comes
	 */
	record Target(InetSocketAddress address, Duration connectTimeout, Duration silence) {
	}

}
