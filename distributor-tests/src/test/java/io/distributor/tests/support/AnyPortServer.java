package io.distributor.tests.support;

import java.net.InetSocketAddress;

import com.corundumstudio.socketio.Configuration;
import com.corundumstudio.socketio.SocketIOServer;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * A server of netty-socketio on any free port, which it can tell.
 */
public final class AnyPortServer extends SocketIOServer {

	private volatile Channel channel;

	/**
	 * Creates the server.
	 * @param configuration its configuration; the port is changed
	 */
	public AnyPortServer(Configuration configuration) {
		super(anyPort(configuration));
	}

	private static Configuration anyPort(Configuration configuration) {
		configuration.setPort(0);
		return configuration;
	}

	@Override
	protected void applyConnectionOptions(ServerBootstrap bootstrap) {
		super.applyConnectionOptions(bootstrap);
		bootstrap.handler(new ChannelInboundHandlerAdapter() {

			@Override
			public void handlerAdded(ChannelHandlerContext ctx) {
				AnyPortServer.this.channel = ctx.channel();
			}

		});
	}

	/**
	 * Returns the port it listens on.
	 * @return the port
	 */
	public int port() {
		return ((InetSocketAddress) this.channel.localAddress()).getPort();
	}

}
