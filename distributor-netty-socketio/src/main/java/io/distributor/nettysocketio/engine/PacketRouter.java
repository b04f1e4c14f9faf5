package io.distributor.nettysocketio.engine;

import com.corundumstudio.socketio.Transport;
import com.corundumstudio.socketio.handler.ClientHead;
import com.corundumstudio.socketio.messages.PacketsMessage;
import com.corundumstudio.socketio.protocol.EngineIOVersion;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;

/**
 * Stands before the handler of packets of netty-socketio: packets for namespaces that the
 * server does not have itself go to our engine, all others on. One for each connection,
 * used on its event loop. Clients of revision 3 are the server's alone.
 */
final class PacketRouter extends ChannelInboundHandlerAdapter {

	private static final byte SEPARATOR = 0x1e;

	private final ServerSessions sessions;

	/** Whether the last message of the websocket that was begun is binary. */
	private boolean binary;

	PacketRouter(ServerSessions sessions) {
		this.sessions = sessions;
	}

	@Override
	public void channelRead(ChannelHandlerContext ctx, Object msg) {
		if (msg instanceof PacketsMessage packets && packets.getClient().getEngineIOVersion() == EngineIOVersion.V4) {
			route(ctx, packets);
			return;
		}
		if (msg instanceof TextWebSocketFrame || msg instanceof BinaryWebSocketFrame) {
			this.binary = msg instanceof BinaryWebSocketFrame;
		}
		ctx.fireChannelRead(msg);
	}

	private void route(ChannelHandlerContext ctx, PacketsMessage packets) {
		ByteBuf content = packets.getContent();
		ClientHead client = packets.getClient();
		if (packets.getTransport() == Transport.WEBSOCKET) {
			boolean taken = this.binary ? this.sessions.takeBinary(client, content)
					: this.sessions.takeText(ctx, client, content);
			this.sessions.follow(ctx, client);
			if (!taken) {
				TransportUpgrade.beginIfProbe(ctx, client, content);
				ctx.fireChannelRead(packets);
			}
			return;
		}
		int begin = content.readerIndex();
		int end = content.writerIndex();
		while (begin < end) {
			int separator = content.indexOf(begin, end, SEPARATOR);
			int next = (separator < 0) ? end : separator;
			ByteBuf packet = content.slice(begin, next - begin);
			if (!this.sessions.takePolled(ctx, client, packet)) {
				ctx.fireChannelRead(new PacketsMessage(client, packet, Transport.POLLING));
			}
			begin = next + 1;
		}
	}

}
