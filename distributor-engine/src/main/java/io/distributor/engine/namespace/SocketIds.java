package io.distributor.engine.namespace;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * Makes public ids: 120 random bits in 20 characters that need no escaping anywhere. One
 * for each event loop, so that none waits for another.
 */
final class SocketIds implements Supplier<String> {

	private static final int BYTES = 15;

	private final SecureRandom random = new SecureRandom();

	private final Base64.Encoder encoder = Base64.getUrlEncoder();

	@Override
	public String get() {
		byte[] bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		return this.encoder.encodeToString(bytes);
	}

}
