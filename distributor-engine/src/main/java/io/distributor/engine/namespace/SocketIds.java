package io.distributor.engine.namespace;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Makes public ids: 120 random bits in 20 characters that need no escaping anywhere. One
 * for each event loop, so that none waits for another.
 */
final class SocketIds {

	private static final int BYTES = 15;

	private final SecureRandom random = new SecureRandom();

	private final Base64.Encoder encoder = Base64.getUrlEncoder();

	String next() {
		byte[] bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		return this.encoder.encodeToString(bytes);
	}

}
