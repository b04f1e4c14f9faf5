package io.distributor.engine.transport;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Makes session ids: 144 random bits as 24 characters of base64url. Their length keeps
 * them apart from the public ids of sockets. May be used from any thread.
 */
final class SessionIds {

	private static final int BYTES = 18;

	private static final int CHARACTERS = 24;

	private final SecureRandom random = new SecureRandom();

	String next() {
		byte[] bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	static boolean isWellFormed(String id) {
		return id.length() == CHARACTERS && id.chars().allMatch(SessionIds::isBase64Url);
	}

	private static boolean isBase64Url(int character) {
		return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
				|| (character >= '0' && character <= '9') || character == '-' || character == '_';
	}

}
