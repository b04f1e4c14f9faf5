package io.distributor.autoconfigure;

/**
 * A distributor is to use a server of netty-socketio, and there is none.
 */
public class MissingSocketIoServerException extends RuntimeException {

	private final String action;

	MissingSocketIoServerException(String reason, String action) {
		super("distributor.server.engine: netty-socketio, but " + reason + " (expected: a SocketIOServer bean)");
		this.action = action;
	}

	/**
	 * Returns what to do.
	 * @return the action, as the beginning of a sentence
	 */
	public String action() {
		return this.action;
	}

}
