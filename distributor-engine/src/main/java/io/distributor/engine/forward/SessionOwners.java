package io.distributor.engine.forward;

import java.net.InetSocketAddress;

import org.jspecify.annotations.Nullable;

/**
 * Knows the other servers of the fleet. Called by event loops, so it must not wait.
 */
@FunctionalInterface
public interface SessionOwners {

	/**
	 * Finds the server that made a session id.
	 * @param tag what the id begins with
	 * @return where it takes forwarded requests, resolved; {@code null} if nobody has
	 * that tag now
	 */
	@Nullable InetSocketAddress find(String tag);

}
