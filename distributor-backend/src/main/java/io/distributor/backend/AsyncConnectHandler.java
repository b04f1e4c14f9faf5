package io.distributor.backend;

import java.util.concurrent.CompletionStage;

/**
 * Sees a client before it is accepted, and takes its time without holding a thread.
 */
@FunctionalInterface
public interface AsyncConnectHandler {

	/**
	 * Looks at a client. The next step follows when the stage is complete.
	 * @param socket the socket, not connected yet
	 * @return completes to let the client pass; fails with
	 * {@link ConnectionRefusedException} to refuse it with a text and data of one's
	 * choice, with anything else to refuse it with a general text. After the handler
	 * timeout of the backend it counts as failed; the distributor may give up before
	 * @throws Exception as if the stage had failed with it
	 */
	CompletionStage<?> onConnect(Socket socket) throws Exception;

}
