package io.distributor.backend;

/**
 * A client did not answer in time.
 */
public class AckTimeoutException extends RuntimeException {

	/**
	 * Creates the exception.
	 * @param message what happened
	 */
	public AckTimeoutException(String message) {
		super(message);
	}

}
