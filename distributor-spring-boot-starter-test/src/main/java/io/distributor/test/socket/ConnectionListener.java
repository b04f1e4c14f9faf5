package io.distributor.test.socket;

import io.distributor.engine.protocol.socketio.Packet;
import io.distributor.engine.session.CloseReason;

/**
 * The client's end of a connection. Called on the event loop.
 */
interface ConnectionListener {

	void onPacket(Packet packet);

	void onClosed(CloseReason reason);

}
