package io.distributor.autoconfigure.endpoint;

import org.jspecify.annotations.Nullable;

/**
 * What the endpoint needs of a role of this process.
 */
interface EndpointRole {

	RoleDescription describe();

	/**
	 * Disconnects sockets, if that is for this role to do.
	 * @return what was done, or {@code null} if it does not serve the namespace
	 */
	@Nullable Disconnected disconnect(Target target, boolean closeConnection);

}
