package io.distributor.backend;

/**
 * Hears of the end of sockets.
 */
@FunctionalInterface
public interface DisconnectListener {

	/**
	 * A socket ended. Called once for each socket, after its last event, by the instance
	 * that is its home then.
	 * @param socket the socket
	 * @param reason why
	 * @throws Exception is logged
	 */
	void onDisconnect(Socket socket, DisconnectReason reason) throws Exception;

}
