package io.distributor.autoconfigure.rest;

/**
 * Plain HTTP in is enabled where it cannot or must not be.
 */
public class RestConfigurationException extends RuntimeException {

	private final String action;

	RestConfigurationException(String message, String action) {
		super(message);
		this.action = action;
	}

	/**
	 * Returns what to do about it.
	 * @return the remedy, in a sentence
	 */
	public String action() {
		return this.action;
	}

}
