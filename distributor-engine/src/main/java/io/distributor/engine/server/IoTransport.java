package io.distributor.engine.server;

/**
 * How the server talks to the operating system.
 */
public enum IoTransport {

	/** Epoll if its native library is there, else NIO. */
	AUTO,

	/** Java NIO, works everywhere. */
	NIO,

	/** Epoll of Linux; needs {@code io.netty:netty-transport-native-epoll}. */
	EPOLL,

	/** io_uring of Linux; needs {@code io.netty:netty-transport-native-io_uring}. */
	IO_URING

}
