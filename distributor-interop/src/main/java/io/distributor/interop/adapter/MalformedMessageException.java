package io.distributor.interop.adapter;

/**
 * What was published is not in the format of the adapter, or beyond a limit. Its text has
 * nothing of the content.
 */
public final class MalformedMessageException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what was found and what was expected
	 */
	public MalformedMessageException(String message) {
		super(message);
	}

}
