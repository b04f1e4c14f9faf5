package io.distributor.engine.namespace;

import org.jspecify.annotations.Nullable;

import io.distributor.engine.protocol.socketio.ConnectPacket;
import io.distributor.engine.protocol.socketio.Packet;

/**
 * What revisions of the Socket.IO protocol do differently. Chosen at the handshake of a
 * session. Stateless: may be shared by threads.
 */
interface SocketProtocol {

	/**
	 * Returns the protocol of a session.
	 * @param engineRevision revision of Engine.IO it was opened with
	 * @return the protocol
	 */
	static SocketProtocol of(int engineRevision) {
		return (engineRevision == 3) ? SocketProtocol4.INSTANCE : SocketProtocol5.INSTANCE;
	}

	/**
	 * Returns whether clients join the main namespace without asking for it.
	 */
	boolean joinsMainNamespace();

	/**
	 * Returns what a client sent to be admitted, as a JSON object, or {@code null}.
	 */
	byte @Nullable [] auth(ConnectPacket packet);

	Packet accepted(String namespace, String socketId);

	Packet refused(String namespace, String message, byte @Nullable [] data);

}
