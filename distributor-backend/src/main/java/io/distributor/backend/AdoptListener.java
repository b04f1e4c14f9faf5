package io.distributor.backend;

/**
 * Hears of sockets that this instance becomes the home of while their clients stay
 * connected, because their earlier home left or was lost.
 */
@FunctionalInterface
public interface AdoptListener {

	/**
	 * A socket was adopted. Called in the place of connect handlers: before connection
	 * listeners and before the first event.
	 * @param socket the socket, connected, with the rooms and the data it had
	 * @throws Exception is logged; the socket stays connected
	 */
	void onAdopt(Socket socket) throws Exception;

}
