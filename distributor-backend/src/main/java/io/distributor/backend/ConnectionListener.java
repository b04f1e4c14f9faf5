package io.distributor.backend;

/**
 * Hears of accepted sockets.
 */
@FunctionalInterface
public interface ConnectionListener {

	/**
	 * A socket was accepted. Called before its first event.
	 * @param socket the socket
	 * @throws Exception is logged; the socket stays connected
	 */
	void onConnection(Socket socket) throws Exception;

}
