package io.distributor.link.message;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A socket gets a new home: its old one left, or was lost. The client does not notice.
 * What the old home had not handled follows as {@link SocketEvent}s, and for a client
 * that left meanwhile a {@link SocketDisconnect} behind them. A home that cannot take the
 * socket answers with {@link SocketReleased}.
 *
 * @param namespace name of the namespace
 * @param socketId public id of the socket
 * @param adoption adoption number of the socket: 1 for its first home, one more with each
 * adoption
 * @param handshake what the distributor knows of the client
 * @param auth UTF-8 bytes of the JSON object the client sent as auth, or {@code null}
 * @param rooms the rooms of the socket, its own id among them; not changed any more
 * @param data UTF-8 bytes of the JSON object that its homes set by {@link SetSocketData},
 * or {@code null}
 * @param user name of the user whose socket it is, as its home said by
 * {@link AcceptSocket}, or {@code null}
 * @param joined those of its rooms that its last home was not told of, if it has one
 * @param left rooms that it is in no more, though its last home was not told
 */
public record SocketAdopt(String namespace, String socketId, long adoption, SocketHandshake handshake,
		byte @Nullable [] auth, List<String> rooms, byte @Nullable [] data, @Nullable String user, List<String> joined,
		List<String> left) implements DistributorMessage {

	@Override
	public void deliverTo(Handler handler) {
		handler.onSocketAdopt(this);
	}

}
