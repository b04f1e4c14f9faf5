package io.distributor.link.message;

import org.jspecify.annotations.Nullable;

/**
 * A socket is gone. Sent once to each home that has not handled it yet, also for a socket
 * that was still connecting. The home reports it by {@link EventsHandled} as it does an
 * event, when the disconnect listeners are done; one that does not know the socket
 * reports it at once.
 *
 * @param namespace name of the namespace
 * @param socketId public id of the socket
 * @param adoption adoption number of the socket: 1 for its first home, one more with each
 * adoption
 * @param number number of the disconnect within its socket: one more than its last event
 * @param reason reason as Socket.IO names it
 * @param description detail, or {@code null}
 */
public record SocketDisconnect(String namespace, String socketId, long adoption, long number, String reason,
		@Nullable String description) implements DistributorMessage {

	@Override
	public void deliverTo(Handler handler) {
		handler.onSocketDisconnect(this);
	}

}
