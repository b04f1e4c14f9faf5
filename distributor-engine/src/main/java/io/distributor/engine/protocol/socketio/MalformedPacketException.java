package io.distributor.engine.protocol.socketio;

import io.distributor.engine.limit.Limit;
import org.jspecify.annotations.Nullable;

/**
 * What a client sent is not a Socket.IO packet, or one beyond the limits. The message
 * never quotes the payload. There is no stack trace: the fault is the client's, and it
 * must be cheap to find.
 */
public class MalformedPacketException extends RuntimeException {

	private final transient @Nullable Limit limit;

	/**
	 * Creates an exception.
	 * @param message what was given and what was expected
	 */
	public MalformedPacketException(String message) {
		this(message, null);
	}

	/**
	 * Creates an exception for a packet beyond a limit.
	 * @param message what was given and what was expected
	 * @param limit the limit, or {@code null} if it is no packet at all
	 */
	public MalformedPacketException(String message, @Nullable Limit limit) {
		super(message, null, false, false);
		this.limit = limit;
	}

	/**
	 * Returns what the packet was beyond.
	 * @return the limit, or {@code null} if it is no packet at all
	 */
	public @Nullable Limit limit() {
		return this.limit;
	}

}
