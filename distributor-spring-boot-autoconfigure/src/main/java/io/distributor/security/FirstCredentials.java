package io.distributor.security;

import java.util.List;

import io.distributor.backend.AuthenticatedUser;
import io.distributor.backend.Handshake;
import io.distributor.backend.HandshakeAuthenticator;
import io.distributor.backend.UnauthorizedException;
import org.jspecify.annotations.Nullable;

/**
 * Asks one authenticator after another, until one finds credentials of its kind.
 */
public final class FirstCredentials implements HandshakeAuthenticator {

	private final List<HandshakeAuthenticator> authenticators;

	private final boolean anonymous;

	/**
	 * Creates the authenticator.
	 * @param authenticators those to ask; they say {@code null} when there is nothing for
	 * them
	 * @param anonymous whether clients without any credentials are let in
	 */
	public FirstCredentials(List<HandshakeAuthenticator> authenticators, boolean anonymous) {
		this.authenticators = List.copyOf(authenticators);
		this.anonymous = anonymous;
	}

	@Override
	public @Nullable AuthenticatedUser authenticate(String namespace, Handshake handshake) throws Exception {
		for (HandshakeAuthenticator authenticator : this.authenticators) {
			AuthenticatedUser user = authenticator.authenticate(namespace, handshake);
			if (user != null) {
				return user;
			}
		}
		if (!this.anonymous) {
			throw new UnauthorizedException("no credentials");
		}
		return null;
	}

}
