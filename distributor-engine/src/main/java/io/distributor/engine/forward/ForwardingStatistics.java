package io.distributor.engine.forward;

/**
 * Figures of forwarded requests since the start. May be read from any thread at any time.
 */
public interface ForwardingStatistics {

	/**
	 * Returns how many requests and websockets are under way to other servers now.
	 * @return the number
	 */
	int underWay();

	/**
	 * Returns how many requests were forwarded, websockets among them.
	 * @return the number
	 */
	long forwarded();

	/**
	 * Returns how many of them got no answer, because the other server was gone or did
	 * not answer.
	 * @return the number
	 */
	long failed();

	/**
	 * Returns how many requests of other servers were taken.
	 * @return the number
	 */
	long taken();

	/**
	 * Returns how many requests were turned away because whoever sent them had no secret.
	 * @return the number
	 */
	long rejected();

}
