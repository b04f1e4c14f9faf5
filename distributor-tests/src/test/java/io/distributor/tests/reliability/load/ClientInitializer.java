package io.distributor.tests.reliability.load;

import java.net.URI;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;

/**
 * Opens a websocket and hands its texts to a handler.
 */
final class ClientInitializer extends ChannelInitializer<SocketChannel> {

	private final int port;

	private final PacketHandler handler;

	ClientInitializer(int port, PacketHandler handler) {
		this.port = port;
		this.handler = handler;
	}

	@Override
	protected void initChannel(SocketChannel channel) {
		URI uri = URI.create("ws://127.0.0.1:" + this.port + "/socket.io/?EIO=4&transport=websocket");
		WebSocketClientProtocolConfig config = WebSocketClientProtocolConfig.newBuilder().webSocketUri(uri).build();
		channel.pipeline()
			.addLast(new HttpClientCodec(), new HttpObjectAggregator(65_536),
					new WebSocketClientProtocolHandler(config), this.handler);
	}

}
