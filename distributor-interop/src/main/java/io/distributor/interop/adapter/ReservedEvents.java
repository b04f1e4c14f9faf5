package io.distributor.interop.adapter;

import java.util.Set;

/**
 * Names of events that client libraries use for their own.
 */
final class ReservedEvents {

	private static final Set<String> NAMES = Set.of("connect", "connect_error", "disconnect", "disconnecting",
			"newListener", "removeListener");

	private ReservedEvents() {
	}

	static void refuse(String name) {
		if (NAMES.contains(name)) {
			throw new MalformedMessageException("event: a reserved name (expected: none of " + NAMES + ")");
		}
	}

}
