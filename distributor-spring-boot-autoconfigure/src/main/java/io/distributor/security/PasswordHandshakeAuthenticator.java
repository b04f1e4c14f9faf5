package io.distributor.security;

import io.distributor.backend.AuthenticatedUser;
import io.distributor.backend.Handshake;
import io.distributor.backend.HandshakeAuthenticator;
import io.distributor.backend.UnauthorizedException;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;

/**
 * Authenticates by {@code username} and {@code password} in the auth of the client. The
 * user does not expire.
 */
public final class PasswordHandshakeAuthenticator implements HandshakeAuthenticator {

	private final AuthenticationManager manager;

	/**
	 * Creates the authenticator.
	 * @param manager checks the password
	 */
	public PasswordHandshakeAuthenticator(AuthenticationManager manager) {
		this.manager = manager;
	}

	/**
	 * Authenticates a client.
	 * @return who it is, or {@code null} if it sent no {@code username}
	 */
	@Override
	public @Nullable AuthenticatedUser authenticate(String namespace, Handshake handshake) {
		AuthFields auth = new AuthFields(handshake);
		String username = auth.text("username");
		return (username != null) ? AuthenticatedUser.of(authenticate(username, auth.text("password"))) : null;
	}

	private Authentication authenticate(String username, @Nullable String password) {
		try {
			return this.manager.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(username, password));
		}
		catch (AuthenticationServiceException ex) {
			// The client is not to blame: the service that knows the users failed.
			throw ex;
		}
		catch (AuthenticationException ex) {
			throw new UnauthorizedException(ex.getClass().getSimpleName());
		}
	}

}
