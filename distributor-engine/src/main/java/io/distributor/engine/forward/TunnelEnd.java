package io.distributor.engine.forward;

import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * One of the two ends of a tunnel, which are on one event loop: whatever comes goes out
 * at the other end. An end that cannot be written to stops the reading at the other one,
 * so that little waits here.
 */
final class TunnelEnd extends ChannelInboundHandlerAdapter {

	private static final long LAST_BYTES_SECONDS = 5;

	private final Channel other;

	TunnelEnd(Channel other) {
		this.other = other;
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object message) {
		this.other.write(message);
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext ctx) {
		this.other.flush();
		if (!this.other.isWritable()) {
			ctx.channel().config().setAutoRead(false);
		}
	}

	@Override
	public void channelWritabilityChanged(ChannelHandlerContext ctx) {
		this.other.config().setAutoRead(ctx.channel().isWritable());
	}

	@Override
	public void channelInactive(ChannelHandlerContext ctx) {
		if (this.other.isActive()) {
			this.other.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
			this.other.eventLoop().schedule(() -> this.other.close(), LAST_BYTES_SECONDS, TimeUnit.SECONDS);
		}
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
		ctx.close();
	}

}
