package io.distributor.link.message;

import org.jspecify.annotations.Nullable;

/**
 * A socket is gone. Sent once, also for a socket that was still connecting.
 *
 * @param namespace name of the namespace
 * @param socketId public id of the socket
 * @param adoption adoption number of the socket: 1 for its first home, one more with each
 * adoption
 * @param reason reason as Socket.IO names it
 * @param description detail, or {@code null}
 */
public record SocketDisconnect(String namespace, String socketId, long adoption, String reason,
		@Nullable String description) implements DistributorMessage {

	@Override
	public void deliverTo(Handler handler) {
		handler.onSocketDisconnect(this);
	}

}
