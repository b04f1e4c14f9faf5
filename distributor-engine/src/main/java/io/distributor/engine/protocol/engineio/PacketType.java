package io.distributor.engine.protocol.engineio;

/**
 * The packet types of Engine.IO, in the order of their codes.
 *
 * @see <a href=
 * "https://github.com/socketio/socket.io/blob/main/docs/engine.io-protocol/v4-current.md#protocol">Engine.IO
 * protocol, "Protocol"</a>
 */
public enum PacketType {

	/** First packet of a session. */
	OPEN,

	/** The transport can be closed. */
	CLOSE,

	/** Heartbeat of the server; on a websocket being probed, of the client. */
	PING,

	/** Answer to a ping. */
	PONG,

	/** Payload for the other side. */
	MESSAGE,

	/** The client leaves polling for the probed websocket. */
	UPGRADE,

	/** Nothing; ends a poll. */
	NOOP;

	private static final PacketType[] TYPES = values();

	/**
	 * Returns the first byte of packets of this type.
	 * @return an ASCII digit
	 */
	public byte code() {
		return (byte) ('0' + ordinal());
	}

	static PacketType of(byte code) {
		int index = code - '0';
		if (index < 0 || index >= TYPES.length) {
			throw new PacketFormatException("packet type: byte " + code + " (expected: a digit from 0 to 6)");
		}
		return TYPES[index];
	}

}
