package io.distributor.autoconfigure.endpoint;

import org.jspecify.annotations.Nullable;

/**
 * What became of the wish to disconnect somebody.
 *
 * @param scope {@code fleet} if all distributors did it, {@code distributor} if this one
 * alone looked among its own sockets
 * @param sockets number of sockets, or {@code null} where it is not known
 */
public record Disconnected(String scope, @Nullable Integer sockets) {

	static Disconnected inFleet() {
		return new Disconnected("fleet", null);
	}

	static Disconnected here(int sockets) {
		return new Disconnected("distributor", sockets);
	}

}
