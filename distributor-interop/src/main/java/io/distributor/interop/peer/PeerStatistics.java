package io.distributor.interop.peer;

/**
 * What emitters and other servers said. Read only; may be used from any thread.
 */
public interface PeerStatistics {

	/**
	 * Counts broadcasts that were carried out.
	 * @return the count
	 */
	long broadcasts();

	/**
	 * Counts requests that were carried out: joins, leaves, disconnects, and questions of
	 * servers.
	 * @return the count
	 */
	long requests();

	/**
	 * Counts messages that were ignored because the own fleet published them.
	 * @return the count
	 */
	long own();

	/**
	 * Counts messages that were refused: not in the format of the adapter, with a
	 * reserved name, or beyond a limit.
	 * @return the count
	 */
	long refused();

	/**
	 * Counts answers to servers that did not have everything, because that was too much,
	 * or too many answers were at work.
	 * @return the count
	 */
	long incompleteAnswers();

}
