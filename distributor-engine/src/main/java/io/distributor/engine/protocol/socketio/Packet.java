package io.distributor.engine.protocol.socketio;

/**
 * A Socket.IO packet. A binary event or acknowledgement is one whose arguments have
 * attachments.
 *
 * @see <a href=
 * "https://github.com/socketio/socket.io/blob/main/docs/socket.io-protocol/v5-current.md">Socket.IO
 * protocol, revision 5</a>
 */
public sealed interface Packet permits ConnectPacket, DisconnectPacket, EventPacket, AckPacket, ConnectErrorPacket {

	/**
	 * Returns the namespace the packet belongs to.
	 * @return its name, beginning with a slash, without a query string
	 */
	String namespace();

}
