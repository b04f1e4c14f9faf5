package io.distributor.benchmarks.system;

import java.util.List;
import java.util.stream.Stream;

/**
 * The systems that are compared.
 */
public enum SystemKind {

	/** Two distributors, backends and a Redis. */
	DISTRIBUTOR("distributor", Transport.NIO),

	/** The same with three backend instances. */
	DISTRIBUTOR_3("distributor, 3 backends", Transport.NIO),

	/** The same with epoll, for clients and for Redis. */
	DISTRIBUTOR_EPOLL("distributor, epoll", Transport.EPOLL),

	/** The same with io_uring. */
	DISTRIBUTOR_IO_URING("distributor, io_uring", Transport.IO_URING),

	/** The same with the pooled allocator of Netty instead of the adaptive one. */
	DISTRIBUTOR_POOLED("distributor, pooled allocator", Transport.NIO, "-Dio.netty.allocator.type=pooled"),

	/** The same with one event loop in each distributor, on any number of processors. */
	DISTRIBUTOR_ONE_LOOP("distributor, one event loop each", Transport.NIO, "-Ddistributor.server.io-threads=1"),

	/** Two servers of Node with the Redis adapter. */
	NODE("socket.io on Node, Redis adapter"),

	/** Two servers of netty-socketio with Redisson. */
	NETTY_SOCKETIO("netty-socketio, Redisson"),

	/** The least that can be done on Netty. */
	FLOOR("floor");

	private final String title;

	private final List<String> nodeOptions;

	SystemKind(String title) {
		this.title = title;
		this.nodeOptions = List.of();
	}

	SystemKind(String title, Transport transport, String... nodeOptions) {
		this.title = title;
		this.nodeOptions = Stream.concat(transport.options().stream(), Stream.of(nodeOptions)).toList();
	}

	/**
	 * Returns whether it is what the others are compared with.
	 * @return whether it is
	 */
	public boolean isPeer() {
		return this.nodeOptions.isEmpty();
	}

	/**
	 * Returns whether it is {@link #DISTRIBUTOR} but for one thing.
	 * @return whether it is
	 */
	public boolean isVariant() {
		return !isPeer() && this != DISTRIBUTOR;
	}

	/**
	 * Returns whether clients may poll. netty-socketio ends a connection without an
	 * answer when a second request comes by it.
	 * @return whether they may
	 */
	public boolean allowsPolling() {
		return this != FLOOR && this != NETTY_SOCKETIO;
	}

	/**
	 * Returns whether events have attachments. netty-socketio handles one when the next
	 * event comes, whose text is its attachment then.
	 * @return whether they may have
	 */
	public boolean allowsBinary() {
		return this != NETTY_SOCKETIO;
	}

	/**
	 * Returns what it is called in tables.
	 * @return the title
	 */
	public String title() {
		return this.title;
	}

	/** Returns the options of the JVMs of distributors and backends. */
	List<String> nodeOptions() {
		return this.nodeOptions;
	}

	/** What connections of distributors, and of clients of Redis, are used by. */
	private enum Transport {

		NIO("nio"), EPOLL("epoll", "epoll"), IO_URING("io-uring", "iouring");

		private final List<String> options;

		Transport(String name, String... natives) {
			List<String> used = List.of(natives);
			this.options = Stream
				.concat(Stream.of("-Ddistributor.server.io-transport=" + name),
						Stream.of("epoll", "iouring")
							.map((library) -> "-Dio.lettuce.core." + library + "=" + used.contains(library)))
				.toList();
		}

		List<String> options() {
			return this.options;
		}

	}

}
