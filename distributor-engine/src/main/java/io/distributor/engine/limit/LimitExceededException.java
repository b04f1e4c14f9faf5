package io.distributor.engine.limit;

/**
 * A client asked for more than it may have. Without a stack trace: who asks for too much
 * shall not make the server busy.
 */
public final class LimitExceededException extends Exception {

	private final transient Limit limit;

	LimitExceededException(Limit limit) {
		super(limit.name(), null, false, false);
		this.limit = limit;
	}

	/**
	 * Returns what was exceeded.
	 * @return the limit
	 */
	public Limit limit() {
		return this.limit;
	}

}
