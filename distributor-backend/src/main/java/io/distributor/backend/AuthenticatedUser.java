package io.distributor.backend;

import java.security.Principal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Who a client is, as a {@link HandshakeAuthenticator} says.
 *
 * @param principal the user; its name becomes {@link Socket#user()}: 1 to 256 characters
 * @param expiresAt when that ends, and the socket with it, or {@code null} if it does not
 */
public record AuthenticatedUser(Principal principal, @Nullable Instant expiresAt) {

	/**
	 * Makes a user that stays.
	 * @param principal the user
	 * @return the user
	 */
	public static AuthenticatedUser of(Principal principal) {
		return new AuthenticatedUser(principal, null);
	}

}
