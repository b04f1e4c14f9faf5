package io.distributor.backend;

/**
 * Hears of sockets that this instance is the home of no more, though their clients stay
 * connected: the place to let go of what is kept for each socket.
 */
@FunctionalInterface
public interface ReleaseListener {

	/**
	 * A socket gets another home. Called in the place of disconnect listeners, after the
	 * last event this instance handles. When this instance is leaving, the data set here
	 * still travels to the next home, which waits until the listeners are done; when it
	 * was taken for dead, the socket lives elsewhere already and the data stays here.
	 * @param socket the socket
	 * @throws Exception is logged
	 */
	void onRelease(Socket socket) throws Exception;

}
