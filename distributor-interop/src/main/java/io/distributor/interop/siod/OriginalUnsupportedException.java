package io.distributor.interop.siod;

/**
 * Something was asked of clients behind distributors of the original that the original
 * cannot carry.
 */
public final class OriginalUnsupportedException extends UnsupportedOperationException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what was asked, and what to do
	 */
	public OriginalUnsupportedException(String message) {
		super(message);
	}

}
