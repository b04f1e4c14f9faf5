package io.distributor.backend;

import java.util.Collection;
import java.util.Set;

/**
 * Some distributors did not answer a request in time. The others have done it, and those
 * may still do it.
 */
public class RequestTimeoutException extends RuntimeException {

	private final Set<String> missing;

	/**
	 * Creates the exception.
	 * @param message what happened
	 * @param missing names of the distributors that did not answer
	 */
	public RequestTimeoutException(String message, Collection<String> missing) {
		super(message);
		this.missing = Set.copyOf(missing);
	}

	/**
	 * Returns who did not answer.
	 * @return the distributors, by name and id
	 */
	public Set<String> missing() {
		return this.missing;
	}

}
