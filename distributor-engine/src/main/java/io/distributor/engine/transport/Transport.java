package io.distributor.engine.transport;

import io.distributor.engine.protocol.engineio.PacketType;
import io.distributor.engine.session.CloseReason;
import io.distributor.engine.session.OutboundMessage;
import io.distributor.engine.session.TransportType;
import org.jspecify.annotations.Nullable;

/**
 * Carries a session. To be used on the event loop of the session only.
 */
interface Transport {

	TransportType type();

	/**
	 * Queues a message.
	 * @param message the message
	 * @return {@code false} if it does not fit into the outbound limit
	 */
	boolean send(OutboundMessage message);

	/**
	 * Sends a packet of the heartbeat.
	 * @param type its type
	 * @param text its text
	 */
	void sendPacket(PacketType type, String text);

	void pauseReading();

	void resumeReading();

	/**
	 * Takes leave of the client.
	 * @param reason why
	 * @param description detail or {@code null}
	 * @return whether last packets wait for the client
	 */
	boolean close(CloseReason reason, @Nullable String description);

	/**
	 * Writes what was queued. Called once for a turn of the event loop.
	 */
	void flush();

}
