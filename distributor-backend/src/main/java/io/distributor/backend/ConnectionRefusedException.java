package io.distributor.backend;

import org.jspecify.annotations.Nullable;

/**
 * Refuses a client. The client gets a {@code connect_error} with this text and data.
 */
public class ConnectionRefusedException extends RuntimeException {

	private final transient @Nullable Object data;

	/**
	 * Creates the exception.
	 * @param message text for the client
	 */
	public ConnectionRefusedException(String message) {
		this(message, null);
	}

	/**
	 * Creates the exception.
	 * @param message text for the client
	 * @param data anything Jackson can write, for the client, or {@code null}
	 */
	public ConnectionRefusedException(String message, @Nullable Object data) {
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
