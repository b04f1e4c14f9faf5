package io.distributor.engine;

import java.time.Duration;

import io.distributor.engine.namespace.NamespaceOptions;
import io.distributor.engine.server.EngineOptions;

/**
 * Options of a Socket.IO server. {@link #builder()} has all defaults.
 *
 * @param engine options of the Engine.IO server below
 * @param namespaces limits of namespaces and sockets
 * @param stopTimeout how long clients may take their leave when the server stops; 0 or
 * more
 */
public record ServerOptions(EngineOptions engine, NamespaceOptions namespaces, Duration stopTimeout) {

	/**
	 * Creates options.
	 * @throws IllegalArgumentException if a value is out of its range
	 */
	public ServerOptions {
		if (stopTimeout.isNegative()) {
			throw new IllegalArgumentException("stopTimeout: " + stopTimeout + " (expected: >= 0)");
		}
	}

	/**
	 * Returns a builder with the defaults.
	 * @return the builder
	 */
	public static ServerOptionsBuilder builder() {
		return new ServerOptionsBuilder();
	}

}
