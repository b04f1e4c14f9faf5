package io.distributor.backend.namespace;

import java.util.Set;

/**
 * Names of events that are Socket.IO's own.
 */
final class EventNames {

	private static final Set<String> CONNECTION = Set.of("connection", "connect");

	private static final Set<String> RESERVED = Set.of("connect", "connect_error", "disconnect", "disconnecting",
			"newListener", "removeListener");

	private EventNames() {
	}

	static void requireConnection(String event) {
		if (!CONNECTION.contains(event)) {
			throw new IllegalArgumentException("event: " + event
					+ " (expected: connection; handle events of clients by onEvent or on their sockets)");
		}
	}

	static boolean isReserved(String event) {
		return RESERVED.contains(event);
	}

	/**
	 * Refuses names that no application may emit or handle.
	 */
	static void requireFree(String event) {
		if (isReserved(event)) {
			String remedy = event.startsWith("disconnect") ? "; use onDisconnect to hear of it" : "";
			throw new IllegalArgumentException(
					"event: " + event + " (expected: a name that is not reserved" + remedy + ")");
		}
	}

}
