package io.distributor.interop.adapter;

/**
 * Kinds of requests and answers between servers; their numbers are those of the wire.
 */
enum RequestType {

	SOCKETS, ALL_ROOMS, REMOTE_JOIN, REMOTE_LEAVE, REMOTE_DISCONNECT, REMOTE_FETCH, SERVER_SIDE_EMIT, BROADCAST,
	BROADCAST_CLIENT_COUNT, BROADCAST_ACK;

	int number() {
		return ordinal();
	}

	static RequestType of(int number) {
		RequestType[] types = values();
		if (number < 0 || number >= types.length) {
			throw new MalformedMessageException(
					"request: type " + number + " (expected: 0 to " + (types.length - 1) + ")");
		}
		return types[number];
	}

}
