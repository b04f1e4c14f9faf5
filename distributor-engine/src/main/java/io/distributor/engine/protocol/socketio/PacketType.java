package io.distributor.engine.protocol.socketio;

/**
 * Types of Socket.IO packets. Their order is that of the numbers on the wire.
 */
enum PacketType {

	CONNECT, DISCONNECT, EVENT, ACK, CONNECT_ERROR, BINARY_EVENT, BINARY_ACK;

	private static final PacketType[] BY_CODE = values();

	static PacketType ofCode(int character) {
		int code = character - '0';
		if (code < 0 || code >= BY_CODE.length) {
			throw new MalformedPacketException("packet type: character " + character + " (expected: a digit 0-6)");
		}
		return BY_CODE[code];
	}

	char code() {
		return (char) ('0' + ordinal());
	}

	boolean isBinary() {
		return this == BINARY_EVENT || this == BINARY_ACK;
	}

	boolean takesId() {
		return this == EVENT || this == ACK || isBinary();
	}

}
