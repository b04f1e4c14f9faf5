package io.distributor.nettysocketio.engine;

import java.io.IOException;
import java.util.Queue;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.Transport;
import com.corundumstudio.socketio.handler.EncoderHandler;
import com.corundumstudio.socketio.messages.OutPacketMessage;
import com.corundumstudio.socketio.messages.XHRPostMessage;
import com.corundumstudio.socketio.protocol.Packet;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;

/**
 * Writes what waits for a client, in the place of the handler of netty-socketio: to a
 * websocket itself, because our messages are frames already and nothing may come between
 * a message and its attachments; to a poll as that handler does.
 */
@Sharable
final class MessagePacketWriter extends EncoderHandler {

	private static final int BINARY_MESSAGE = 4;

	private static final int FRAGMENT = 8_192;

	private final MessagePacketEncoder encoder;

	private final int maxFrame;

	MessagePacketWriter(Configuration configuration, MessagePacketEncoder encoder) throws IOException {
		super(configuration, encoder);
		this.encoder = encoder;
		this.maxFrame = configuration.getMaxFramePayloadLength();
	}

	@Override
	public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) throws Exception {
		if (msg instanceof XHRPostMessage) {
			answerLater(ctx, msg, promise);
			return;
		}
		if (!(msg instanceof OutPacketMessage packets) || packets.getTransport() != Transport.WEBSOCKET) {
			super.write(ctx, msg, promise);
			return;
		}
		Queue<Packet> queue = packets.getClientHead().getPacketsQueue(Transport.WEBSOCKET);
		for (Packet packet = queue.poll(); packet != null; packet = queue.poll()) {
			if (packet instanceof MessagePacket message) {
				ctx.write(Unpooled.wrappedBuffer(message.takeFrames()));
			}
			else {
				writePacket(packet, ctx);
			}
		}
		ctx.write(Unpooled.EMPTY_BUFFER, promise);
	}

	/**
	 * netty-socketio answers a request that sends packets before it looks at them, and
	 * the next request, on another connection, could overtake them.
	 */
	private void answerLater(ChannelHandlerContext ctx, Object answer, ChannelPromise promise) {
		ctx.executor().execute(() -> {
			try {
				super.write(ctx, answer, promise);
				ctx.flush();
			}
			catch (Exception ex) {
				promise.tryFailure(ex);
			}
		});
	}

	private void writePacket(Packet packet, ChannelHandlerContext ctx) throws IOException {
		ByteBuf text = this.encoder.allocateBuffer(ctx.alloc());
		this.encoder.encodePacket(packet, text, ctx.alloc(), true);
		if (text.readableBytes() > this.maxFrame) {
			writeFragments(text, ctx);
		}
		else {
			ctx.write(new TextWebSocketFrame(text));
		}
		for (ByteBuf attachment : packet.getAttachments()) {
			ByteBuf message = this.encoder.allocateBuffer(ctx.alloc());
			ctx.write(new BinaryWebSocketFrame(message.writeByte(BINARY_MESSAGE).writeBytes(attachment)));
		}
	}

	private static void writeFragments(ByteBuf text, ChannelHandlerContext ctx) {
		ctx.write(new TextWebSocketFrame(false, 0, text.readRetainedSlice(FRAGMENT)));
		while (text.readableBytes() > FRAGMENT) {
			ctx.write(new ContinuationWebSocketFrame(false, 0, text.readRetainedSlice(FRAGMENT)));
		}
		ctx.write(new ContinuationWebSocketFrame(true, 0, text));
	}

}
