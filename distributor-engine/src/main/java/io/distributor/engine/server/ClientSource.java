package io.distributor.engine.server;

import java.net.SocketAddress;

import org.jspecify.annotations.Nullable;

/**
 * Finds out whom a request is from. May be used from any thread.
 */
interface ClientSource {

	/**
	 * Returns whom a request is from.
	 * @param exchange the request
	 * @return the client, or {@code null} if whoever sent it may not be heard
	 */
	@Nullable Client of(RequestExchange exchange);

	/**
	 * Returns the address of a peer if it is a client of its own.
	 * @param peer the peer of a connection
	 * @return numbers of its address; empty for one that speaks for others
	 */
	String ownAddress(@Nullable SocketAddress peer);

}
