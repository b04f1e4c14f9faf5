package io.distributor.backend;

import org.jspecify.annotations.Nullable;

/**
 * Refuses an event. A client that waits for an answer gets this text as
 * {@code {"error":"..."}}, with {@code "data"} beside it if there are any. Unlike any
 * other exception this one is not logged as a failure: the text is meant for the client.
 */
public class EventRefusedException extends RuntimeException {

	private final transient @Nullable Object data;

	/**
	 * Creates the exception.
	 * @param message text for the client
	 */
	public EventRefusedException(String message) {
		this(message, null);
	}

	/**
	 * Creates the exception.
	 * @param message text for the client
	 * @param data anything Jackson can write, for the client, or {@code null}
	 */
	public EventRefusedException(String message, @Nullable Object data) {
		super(message);
		this.data = data;
	}

	/**
	 * Returns the data for the client.
	 * @return the data, or {@code null}
	 */
	public @Nullable Object data() {
		return this.data;
	}

}
