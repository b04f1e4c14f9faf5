package io.distributor.engine.namespace;

import org.jspecify.annotations.Nullable;

import io.distributor.engine.protocol.socketio.ConnectErrorPacket;
import io.distributor.engine.protocol.socketio.ConnectPacket;
import io.distributor.engine.protocol.socketio.Packet;

/**
 * Revision 4, of clients of major versions 1 and 2: what a client sends to be admitted
 * stands in the query string of the namespace, and an error is the data alone, or else
 * the message.
 */
final class SocketProtocol4 implements SocketProtocol {

	static final SocketProtocol INSTANCE = new SocketProtocol4();

	@Override
	public boolean joinsMainNamespace() {
		return true;
	}

	@Override
	public byte @Nullable [] auth(ConnectPacket packet) {
		String query = packet.query();
		return (query != null) ? ConnectQuery.toJson(query) : null;
	}

	@Override
	public Packet accepted(String namespace, String socketId) {
		return new ConnectPacket(namespace, null);
	}

	@Override
	public Packet refused(String namespace, String message, byte @Nullable [] data) {
		return new ConnectErrorPacket(namespace, (data != null) ? data : ConnectErrorPayload.of(message));
	}

}
