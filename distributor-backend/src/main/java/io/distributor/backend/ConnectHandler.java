package io.distributor.backend;

/**
 * Sees a client before it is accepted.
 */
@FunctionalInterface
public interface ConnectHandler {

	/**
	 * Looks at a client. What it emits to the socket follows the acceptance.
	 * @param socket the socket, not connected yet
	 * @throws ConnectionRefusedException to refuse the client with a text and data of
	 * one's choice
	 * @throws Exception to refuse the client with a general text
	 */
	void onConnect(Socket socket) throws Exception;

}
