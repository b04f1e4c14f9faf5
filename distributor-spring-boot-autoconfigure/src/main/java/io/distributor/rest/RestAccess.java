package io.distributor.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.jspecify.annotations.Nullable;

/**
 * Who may ask: who knows the token, or, if there is none, whom the security of the
 * application has authenticated. May be used from any thread.
 */
public final class RestAccess {

	private static final String SCHEME = "Bearer ";

	private final byte @Nullable [] token;

	/**
	 * Creates the rule.
	 * @param token the token, or {@code null} if the application authenticates requests
	 */
	public RestAccess(@Nullable String token) {
		this.token = (token != null) ? token.getBytes(StandardCharsets.UTF_8) : null;
	}

	/**
	 * Returns whether a request may be carried out. Takes as long for a token that is
	 * nearly right as for any other.
	 * @param authorization the header {@code Authorization}, or {@code null}
	 * @param authenticated whether the application knows who asks
	 * @return whether it may
	 */
	boolean allows(@Nullable String authorization, boolean authenticated) {
		if (this.token == null) {
			return authenticated;
		}
		return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
				&& MessageDigest.isEqual(this.token,
						authorization.substring(SCHEME.length()).trim().getBytes(StandardCharsets.UTF_8));
	}

}
