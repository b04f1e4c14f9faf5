package io.distributor.engine.protocol.engineio;

/**
 * Bytes of a client are no packet. Without a stack trace: who sends rubbish shall not
 * make the server busy.
 */
public final class PacketFormatException extends RuntimeException {

	/**
	 * Creates an exception.
	 * @param message what was given and what was expected, never payload
	 */
	public PacketFormatException(String message) {
		super(message, null, false, false);
	}

}
