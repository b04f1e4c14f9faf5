package io.distributor.interop.siod;

import io.distributor.link.message.Payload;
import org.jspecify.annotations.Nullable;

/**
 * What a distributor of the original tells a backend.
 */
sealed interface ToBackendMessage {

	/**
	 * Returns the socket it is about.
	 */
	String socketId();

	/**
	 * A client connected.
	 *
	 * @param socketId id of its socket
	 * @param info JSON of what its distributor tells of it, or {@code null}
	 */
	record NewConnection(String socketId, byte @Nullable [] info) implements ToBackendMessage {

	}

	/**
	 * A client sent an event.
	 *
	 * @param socketId id of its socket
	 * @param payload event name and arguments
	 * @param callbackId id of the callback it waits for, positive, or
	 * {@link Payload#NO_ACK}
	 * @param distributor number of its distributor
	 */
	record ClientMessage(String socketId, Payload payload, long callbackId,
			long distributor) implements ToBackendMessage {

	}

	/**
	 * A client is gone.
	 *
	 * @param socketId id of its socket
	 */
	record Disconnect(String socketId) implements ToBackendMessage {

	}

}
