package io.distributor.backend.namespace;

import java.util.List;

import io.distributor.link.message.SocketAdopt;
import io.distributor.link.message.SocketConnect;
import io.distributor.link.message.SocketHandshake;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * A socket as its distributor describes it to a new home.
 *
 * @param key which socket
 * @param handshake what the distributor knows of the client
 * @param auth JSON of what the client sent as auth, or {@code null}
 * @param rooms its rooms, without its own id if it just connects
 * @param data JSON of what earlier homes set, or {@code null}
 * @param user name of its user, or {@code null}
 * @param joined rooms its last home was not told of
 * @param left rooms its last home was not told that it left
 * @param adopted whether an earlier home accepted it
 */
record SocketSnapshot(SocketKey key, SocketHandshake handshake, byte @Nullable [] auth, List<String> rooms,
		byte @Nullable [] data, @Nullable String user, List<String> joined, List<String> left, boolean adopted) {

	static SocketSnapshot of(NodeId distributor, SocketConnect message) {
		return new SocketSnapshot(new SocketKey(message.socketId(), distributor, message.adoption()),
				message.handshake(), message.auth(), List.of(), null, null, List.of(), List.of(), false);
	}

	static SocketSnapshot of(NodeId distributor, SocketAdopt message) {
		return new SocketSnapshot(new SocketKey(message.socketId(), distributor, message.adoption()),
				message.handshake(), message.auth(), message.rooms(), message.data(), message.user(), message.joined(),
				message.left(), true);
	}

}
