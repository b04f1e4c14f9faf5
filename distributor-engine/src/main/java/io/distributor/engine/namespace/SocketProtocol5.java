package io.distributor.engine.namespace;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import io.distributor.engine.protocol.socketio.ConnectErrorPacket;
import io.distributor.engine.protocol.socketio.ConnectPacket;
import io.distributor.engine.protocol.socketio.Packet;

/**
 * Revision 5, of clients of major versions 3 and 4.
 */
final class SocketProtocol5 implements SocketProtocol {

	static final SocketProtocol INSTANCE = new SocketProtocol5();

	@Override
	public boolean joinsMainNamespace() {
		return false;
	}

	@Override
	public byte @Nullable [] auth(ConnectPacket packet) {
		return packet.payload();
	}

	@Override
	public Packet accepted(String namespace, String socketId) {
		return new ConnectPacket(namespace, ("{\"sid\":\"" + socketId + "\"}").getBytes(StandardCharsets.US_ASCII));
	}

	@Override
	public Packet refused(String namespace, String message, byte @Nullable [] data) {
		return new ConnectErrorPacket(namespace, ConnectErrorPayload.of(message, data));
	}

}
