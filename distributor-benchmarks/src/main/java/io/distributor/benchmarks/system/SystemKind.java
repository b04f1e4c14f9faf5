package io.distributor.benchmarks.system;

/**
 * The systems that are compared.
 */
public enum SystemKind {

	/** Two distributors, backends and a Redis. */
	DISTRIBUTOR("distributor"),

	/** The same with three backend instances. */
	DISTRIBUTOR_3("distributor, 3 backends"),

	/** Two servers of Node with the Redis adapter. */
	NODE("socket.io on Node, Redis adapter"),

	/** Two servers of netty-socketio with Redisson. */
	NETTY_SOCKETIO("netty-socketio, Redisson"),

	/** The least that can be done on Netty. */
	FLOOR("floor");

	private final String title;

	SystemKind(String title) {
		this.title = title;
	}

	/**
	 * Returns whether it is what the others are compared with.
	 * @return whether it is
	 */
	public boolean isPeer() {
		return this != DISTRIBUTOR && this != DISTRIBUTOR_3;
	}

	/**
	 * Returns whether clients may poll.
	 * @return whether they may
	 */
	public boolean allowsPolling() {
		return this != FLOOR;
	}

	/**
	 * Returns what it is called in tables.
	 * @return the title
	 */
	public String title() {
		return this.title;
	}

}
