package io.distributor.engine.forward;

import org.jspecify.annotations.Nullable;

/**
 * Whom a forwarded request is from, as the server says that got it from the client.
 *
 * @param address numbers of the client's address
 * @param secure whether the client's connection was encrypted
 * @param host the host the client asked for, or {@code null} if it did not say
 */
public record ForwardedClient(String address, boolean secure, @Nullable String host) {

	private static final String SEPARATOR = "\n";

	String encode() {
		return this.address + SEPARATOR + this.secure + SEPARATOR + ((this.host != null) ? this.host : "");
	}

	static @Nullable ForwardedClient decode(String text) {
		String[] parts = text.split(SEPARATOR, -1);
		if (parts.length != 3) {
			return null;
		}
		return new ForwardedClient(parts[0], Boolean.parseBoolean(parts[1]), parts[2].isEmpty() ? null : parts[2]);
	}

}
