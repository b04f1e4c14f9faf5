package io.distributor.interop.siod;

import java.util.Map;

import io.distributor.link.message.SocketConnect;

/**
 * Says what an original backend is told of a client that connects: the properties that it
 * gives its sockets, as {@code onClientConnect} does in the original. Called by one
 * thread, on which every client waits, so it must not block.
 */
@FunctionalInterface
public interface ClientDescriber {

	/** Tells nothing, as the original does unless it is told otherwise. */
	ClientDescriber NOTHING = (connect) -> Map.of();

	/**
	 * Describes a client.
	 * @param connect what is known of it
	 * @return values that Jackson can write, by their names
	 */
	Map<String, ?> describe(SocketConnect connect);

}
