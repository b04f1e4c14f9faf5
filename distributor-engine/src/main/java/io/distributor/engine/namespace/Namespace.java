package io.distributor.engine.namespace;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;

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
	 * Counts the selected sockets that are connected, after what was asked for before.
	 * @param selector which sockets
	 * @return the number, when all event loops have counted
	 */
	CompletionStage<Integer> count(RoomSelector selector);

	/**
	 * Calls back for each room that has sockets, on each event loop on which it has some.
	 * Hidden rooms and those of the sockets' own ids are left out.
	 * @param action gets the name of the room and the number of its sockets on the event
	 * loop, those that are still connecting included; called by several threads at once;
	 * must not block
	 * @return completes when all event loops are done
	 */
	CompletionStage<Void> forEachRoom(ObjIntConsumer<String> action);

	/**
	 * Returns the number of connected sockets.
	 * @return the number
	 */
	int size();

}
