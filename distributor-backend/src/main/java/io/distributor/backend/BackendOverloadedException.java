package io.distributor.backend;

/**
 * Too many answers are awaited already, so nothing was sent.
 */
public class BackendOverloadedException extends RuntimeException {

	/**
	 * Creates the exception.
	 * @param message what was full, its limit, and what to do
	 */
	public BackendOverloadedException(String message) {
		super(message);
	}

}
