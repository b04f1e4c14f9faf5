package io.distributor.engine.server;

import io.netty.channel.Channel;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;
import io.netty.channel.uring.IoUringSocketChannel;

/**
 * The parts of Netty an {@link IoTransport} stands for.
 *
 * @param handlers makes what runs in each event loop
 * @param serverChannel what listens
 * @param clientChannel what connects to other servers
 */
record IoTransports(IoHandlerFactory handlers, Class<? extends ServerChannel> serverChannel,
		Class<? extends Channel> clientChannel) {

	static IoTransports of(IoTransport transport) {
		return switch (transport) {
			case AUTO -> isEpollAvailable() ? NativeEpoll.create() : nio();
			case NIO -> nio();
			case EPOLL -> {
				require(isEpollAvailable(), "epoll", "netty-transport-native-epoll");
				yield NativeEpoll.create();
			}
			case IO_URING -> {
				require(isIoUringAvailable(), "io-uring", "netty-transport-native-io_uring");
				yield NativeIoUring.create();
			}
		};
	}

	private static IoTransports nio() {
		return new IoTransports(NioIoHandler.newFactory(), NioServerSocketChannel.class, NioSocketChannel.class);
	}

	private static void require(boolean available, String transport, String artifact) {
		if (!available) {
			throw new IllegalStateException("transport: " + transport
					+ " (expected: a Linux that supports it, and io.netty:" + artifact + " on the class path)");
		}
	}

	static boolean isEpollAvailable() {
		try {
			return NativeEpoll.isAvailable();
		}
		catch (NoClassDefFoundError ex) {
			return false;
		}
	}

	static boolean isIoUringAvailable() {
		try {
			return NativeIoUring.isAvailable();
		}
		catch (NoClassDefFoundError ex) {
			return false;
		}
	}

	// The nested classes are loaded on first use: their imports may be missing.

	private static final class NativeEpoll {

		static boolean isAvailable() {
			return Epoll.isAvailable();
		}

		static IoTransports create() {
			return new IoTransports(EpollIoHandler.newFactory(), EpollServerSocketChannel.class,
					EpollSocketChannel.class);
		}

	}

	private static final class NativeIoUring {

		static boolean isAvailable() {
			return IoUring.isAvailable();
		}

		static IoTransports create() {
			return new IoTransports(IoUringIoHandler.newFactory(), IoUringServerSocketChannel.class,
					IoUringSocketChannel.class);
		}

	}

}
