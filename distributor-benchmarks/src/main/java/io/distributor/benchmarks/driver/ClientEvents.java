package io.distributor.benchmarks.driver;

import io.netty.buffer.ByteBuf;

/**
 * Hears what happens to clients, on the event loop of the driver.
 */
public interface ClientEvents {

	/**
	 * A client was accepted in the namespace.
	 * @param client the client
	 */
	default void onConnect(Client client) {
	}

	/**
	 * An event came.
	 * @param client the client
	 * @param arguments the packet, from its JSON on; valid during the call
	 */
	default void onEvent(Client client, ByteBuf arguments) {
	}

	/**
	 * The answer to an event came, with its attachment if it has one.
	 * @param client the client
	 * @param ackId number of the acknowledgement
	 */
	default void onAnswer(Client client, int ackId) {
	}

}
