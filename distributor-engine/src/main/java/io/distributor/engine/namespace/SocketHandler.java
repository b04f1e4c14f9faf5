package io.distributor.engine.namespace;

import io.distributor.engine.protocol.socketio.PacketArguments;
import io.distributor.engine.session.CloseReason;
import org.jspecify.annotations.Nullable;

/**
 * What hears a socket. All methods are called on the event loop of its session, one after
 * another, and must not block.
 */
public interface SocketHandler {

	/** Stands for "the client wants no acknowledgement". */
	long NO_ACK = -1;

	/**
	 * The client sent an event.
	 * @param arguments event name and arguments
	 * @param ackId id of the acknowledgement the client waits for, or {@link #NO_ACK}
	 */
	void onEvent(PacketArguments arguments, long ackId);

	/**
	 * The client acknowledged an event.
	 * @param ackId id the event was sent with
	 * @param arguments arguments of the answer
	 */
	void onAck(long ackId, PacketArguments arguments);

	/**
	 * The socket is gone. Called exactly once, and last, unless its connect request was
	 * refused.
	 * @param reason why
	 * @param description detail, or {@code null}
	 */
	void onDisconnect(CloseReason reason, @Nullable String description);

}
