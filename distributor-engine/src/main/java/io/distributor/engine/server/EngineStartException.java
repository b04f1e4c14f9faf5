package io.distributor.engine.server;

/**
 * The server could not start.
 */
public class EngineStartException extends RuntimeException {

	/**
	 * Creates an exception.
	 * @param message what was tried and what to do
	 * @param cause why it failed
	 */
	public EngineStartException(String message, Throwable cause) {
		super(message, cause);
	}

}
