package io.distributor.backend;

/**
 * Ends an event that failed without an answer: the client that waits for one gets
 * nothing, as from servers that answer only what succeeded. Apart from that it is as if
 * its cause had been thrown.
 */
public class UnansweredEventException extends RuntimeException {

	/**
	 * Creates the exception.
	 * @param cause what failed
	 */
	public UnansweredEventException(Throwable cause) {
		super("the event failed and is not answered", cause);
	}

}
