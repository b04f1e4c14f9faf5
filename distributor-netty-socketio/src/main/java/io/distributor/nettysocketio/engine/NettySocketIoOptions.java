package io.distributor.nettysocketio.engine;

import io.distributor.engine.namespace.NamespaceOptions;

/**
 * Limits of namespaces of backends on a server of netty-socketio; those of connections
 * are the server's own.
 *
 * @param namespaces limits of the Socket.IO layer
 * @param maxOutboundBytes bytes that may wait for a client to read them; positive
 * @param maxHeldBytes bytes a client may post while nothing is to be read from it;
 * positive
 */
public record NettySocketIoOptions(NamespaceOptions namespaces, long maxOutboundBytes, long maxHeldBytes) {

	/** 1 MB each. */
	public static final NettySocketIoOptions DEFAULTS = new NettySocketIoOptions(NamespaceOptions.DEFAULTS, 1_000_000,
			1_000_000);

	/**
	 * Creates options.
	 * @throws IllegalArgumentException if a value is out of its range
	 */
	public NettySocketIoOptions {
		require(maxOutboundBytes, "maxOutboundBytes");
		require(maxHeldBytes, "maxHeldBytes");
	}

	private static void require(long value, String name) {
		if (value <= 0) {
			throw new IllegalArgumentException(name + ": " + value + " (expected: > 0)");
		}
	}

}
