package io.distributor.backend;

/**
 * Refuses a client whose credentials are missing or wrong. The client gets
 * {@code Unauthorized} and never the reason, which is logged at DEBUG.
 */
public class UnauthorizedException extends ConnectionRefusedException {

	private final String reason;

	/**
	 * Creates the exception.
	 * @param reason what is wrong, for the log: without the credentials
	 */
	public UnauthorizedException(String reason) {
		super("Unauthorized");
		this.reason = reason;
	}

	/**
	 * Returns what is wrong.
	 * @return the reason, not for the client
	 */
	public String reason() {
		return this.reason;
	}

}
