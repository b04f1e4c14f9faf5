package io.distributor.backend.namespace;

import org.jspecify.annotations.Nullable;

/**
 * Whose socket it is. Settled when the socket is accepted: its distributor learns it
 * then. May be used from any thread.
 */
final class SocketUser {

	private static final int MAX_LENGTH = 256;

	private @Nullable String name;

	private boolean settled;

	/**
	 * Creates the user of a socket.
	 * @param name name that travelled here, or {@code null}
	 * @param settled whether an earlier home accepted the socket
	 */
	SocketUser(@Nullable String name, boolean settled) {
		this.name = name;
		this.settled = settled;
	}

	synchronized @Nullable String name() {
		return this.name;
	}

	synchronized void name(String name) {
		if (name.isEmpty() || name.length() > MAX_LENGTH) {
			throw new IllegalArgumentException(
					"user: a name of " + name.length() + " characters (expected: 1 to " + MAX_LENGTH + ")");
		}
		if (this.settled) {
			throw new IllegalStateException(
					"user: set after the socket was accepted (expected: set in a connect handler)");
		}
		this.name = name;
	}

	/**
	 * Allows no further change.
	 * @return name of the user, or {@code null}
	 */
	synchronized @Nullable String settle() {
		this.settled = true;
		return this.name;
	}

}
