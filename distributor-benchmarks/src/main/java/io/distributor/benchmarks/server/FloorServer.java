package io.distributor.benchmarks.server;

import java.net.InetSocketAddress;
import java.util.concurrent.CopyOnWriteArrayList;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import io.netty.util.concurrent.EventExecutor;

/**
 * The floor: the least code on Netty that opens websockets, writes a frame that is ready
 * to each of them, and echoes. It knows as much Socket.IO as the load driver needs to
 * begin, and checks, limits and counts nothing.
 */
public final class FloorServer {

	private FloorServer() {
	}

	/**
	 * Starts the server on a free port and tells it.
	 * @param arguments none
	 */
	public static void main(String[] arguments) {
		EventLoopGroup loops = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
		CopyOnWriteArrayList<FloorLoop> floors = new CopyOnWriteArrayList<>();
		for (EventExecutor executor : loops) {
			floors.add(new FloorLoop((EventLoop) executor, floors));
		}
		WebSocketServerProtocolConfig config = WebSocketServerProtocolConfig.newBuilder()
			.websocketPath("/socket.io/")
			.checkStartsWith(true)
			.maxFramePayloadLength(1_000_000)
			.build();
		Channel channel = new ServerBootstrap().group(loops)
			.channel(NioServerSocketChannel.class)
			.option(ChannelOption.SO_BACKLOG, 4096)
			.childOption(ChannelOption.TCP_NODELAY, true)
			.childHandler(new ChannelInitializer<Channel>() {

				@Override
				protected void initChannel(Channel channel) {
					channel.pipeline()
						.addLast(new HttpServerCodec(), new HttpObjectAggregator(65_536),
								new WebSocketServerProtocolHandler(config), new FloorHandler(floors));
				}

			})
			.bind("127.0.0.1", 0)
			.syncUninterruptibly()
			.channel();
		MemoryAnswers.start();
		System.out.println("listens on port " + ((InetSocketAddress) channel.localAddress()).getPort());
	}

}
