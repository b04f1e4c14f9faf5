package io.distributor.engine.transport;

import java.security.SecureRandom;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

/**
 * Makes session ids: 144 random bits as 24 characters of base64url, behind the tag of
 * this server if it has one. Their length keeps them apart from the public ids of
 * sockets. May be used from any thread.
 */
final class SessionIds {

	static final int TAG_LENGTH = 8;

	private static final int BYTES = 18;

	private static final int CHARACTERS = 24;

	private final SecureRandom random = new SecureRandom();

	private final String tag;

	SessionIds(String tag) {
		if (!tag.isEmpty() && tag.length() != TAG_LENGTH) {
			throw new IllegalArgumentException(
					"tag: " + tag.length() + " characters (expected: none or " + TAG_LENGTH + ")");
		}
		this.tag = tag;
	}

	String next() {
		byte[] bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		return this.tag + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	static @Nullable String tag(String id) {
		return (id.length() == TAG_LENGTH + CHARACTERS && isWellFormed(id)) ? id.substring(0, TAG_LENGTH) : null;
	}

	static boolean isWellFormed(String id) {
		boolean ofThatLength = id.length() == CHARACTERS || id.length() == TAG_LENGTH + CHARACTERS;
		return ofThatLength && id.chars().allMatch(SessionIds::isBase64Url);
	}

	private static boolean isBase64Url(int character) {
		return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
				|| (character >= '0' && character <= '9') || character == '-' || character == '_';
	}

}
