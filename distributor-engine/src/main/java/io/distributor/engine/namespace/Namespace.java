package io.distributor.engine.namespace;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * The sockets of one namespace on this server. May be used from any thread. What one
 * thread asks for, here and on single sockets, is carried out in that order.
 */
public interface Namespace {

	/**
	 * Returns the name.
	 * @return the name, beginning with a slash
	 */
	String name();

	/**
	 * Sends a packet to all selected sockets, to each at most once; it is encoded once.
	 * @param selector which sockets
	 * @param packet the packet
	 */
	void broadcast(RoomSelector selector, OutboundPacket packet);

	/**
	 * Calls back for each selected socket on its event loop.
	 * @param selector which sockets
	 * @param action what to do; must not block
	 * @return completes when all event loops are done
	 */
	CompletionStage<Void> forEach(RoomSelector selector, Consumer<ClientSocket> action);

	/**
	 * Returns the number of connected sockets.
	 * @return the number
	 */
	int size();

}
