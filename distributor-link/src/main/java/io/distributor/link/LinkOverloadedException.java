package io.distributor.link;

/**
 * Too much is waiting on the link, so a message was not taken.
 */
public class LinkOverloadedException extends RuntimeException {

	/**
	 * Creates the exception.
	 * @param message what was full, its limit, and what to do
	 */
	public LinkOverloadedException(String message) {
		super(message);
	}

}
