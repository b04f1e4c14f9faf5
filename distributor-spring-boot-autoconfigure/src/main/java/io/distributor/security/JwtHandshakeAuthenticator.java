package io.distributor.security;

import java.util.List;

import io.distributor.backend.AuthenticatedUser;
import io.distributor.backend.Handshake;
import io.distributor.backend.HandshakeAuthenticator;
import io.distributor.backend.UnauthorizedException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Authenticates by a JWT, which the client sends as {@code token} in its auth or else in
 * the header {@code Authorization: Bearer}. The user expires with the token.
 */
public final class JwtHandshakeAuthenticator implements HandshakeAuthenticator {

	private static final String BEARER = "Bearer ";

	private final JwtDecoder decoder;

	private final Converter<Jwt, ? extends AbstractAuthenticationToken> converter;

	/**
	 * Creates the authenticator.
	 * @param decoder decodes and verifies tokens
	 * @param converter makes authentications of them
	 */
	public JwtHandshakeAuthenticator(JwtDecoder decoder,
			Converter<Jwt, ? extends AbstractAuthenticationToken> converter) {
		this.decoder = decoder;
		this.converter = converter;
	}

	/**
	 * Authenticates a client.
	 * @return who it is, or {@code null} if it sent no token
	 */
	@Override
	public @Nullable AuthenticatedUser authenticate(String namespace, Handshake handshake) {
		String token = token(handshake);
		if (token == null) {
			return null;
		}
		Jwt jwt = decode(token);
		AbstractAuthenticationToken authentication = this.converter.convert(jwt);
		if (authentication == null) {
			throw new UnauthorizedException("the converter made nothing of the token");
		}
		return new AuthenticatedUser(authentication, jwt.getExpiresAt());
	}

	private Jwt decode(String token) {
		try {
			return this.decoder.decode(token);
		}
		catch (BadJwtException ex) {
			throw new UnauthorizedException(String.valueOf(ex.getMessage()));
		}
	}

	private static @Nullable String token(Handshake handshake) {
		String token = new AuthFields(handshake).text("token");
		return (token != null) ? token : bearer(handshake.headers().getOrDefault("authorization", List.of()));
	}

	private static @Nullable String bearer(List<String> headers) {
		if (headers.isEmpty() || !headers.get(0).regionMatches(true, 0, BEARER, 0, BEARER.length())) {
			return null;
		}
		return headers.get(0).substring(BEARER.length()).strip();
	}

}
