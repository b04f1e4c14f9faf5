package io.distributor.backend;

/**
 * A client is gone, so nothing will come of it any more.
 */
public class SocketDisconnectedException extends RuntimeException {

	/**
	 * Creates the exception.
	 * @param message what happened
	 */
	public SocketDisconnectedException(String message) {
		super(message);
	}

}
