package io.distributor.engine.transport;

import io.distributor.engine.protocol.engineio.PacketReceiver;
import io.distributor.engine.session.CloseReason;
import org.jspecify.annotations.Nullable;

/**
 * What a websocket brings its packets to: a session, or a probe until the upgrade.
 */
interface TransportOwner extends PacketReceiver {

	/**
	 * The transport cannot go on, or the client left it.
	 * @param reason why
	 * @param description detail or {@code null}
	 */
	void onTransportClosed(CloseReason reason, @Nullable String description);

}
