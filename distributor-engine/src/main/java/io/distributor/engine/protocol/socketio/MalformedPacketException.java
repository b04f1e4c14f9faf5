package io.distributor.engine.protocol.socketio;

/**
 * What a client sent is not a Socket.IO packet, or one beyond the limits. The message
 * never quotes the payload. There is no stack trace: the fault is the client's, and it
 * must be cheap to find.
 */
public class MalformedPacketException extends RuntimeException {

	/**
	 * Creates an exception.
	 * @param message what was given and what was expected
	 */
	public MalformedPacketException(String message) {
		super(message, null, false, false);
	}

}
