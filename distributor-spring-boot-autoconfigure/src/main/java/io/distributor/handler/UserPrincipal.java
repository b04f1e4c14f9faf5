package io.distributor.handler;

import java.security.Principal;

/**
 * A user that is known by name only.
 *
 * @param name name of the user
 */
record UserPrincipal(String name) implements Principal {

	@Override
	public String getName() {
		return this.name;
	}

}
