package io.distributor.engine.server;

import org.jspecify.annotations.Nullable;

/**
 * Reads addresses as proxies write them: {@code 192.0.2.1}, {@code 192.0.2.1:4711},
 * {@code 2001:db8::1} or {@code [2001:db8::1]:4711}.
 */
final class AddressText {

	private AddressText() {
	}

	/**
	 * Returns the address alone.
	 * @param text what a proxy wrote, untrusted
	 * @return its numbers, or {@code null} if it is no address
	 */
	static @Nullable String numbers(String text) {
		String host = withoutPort(text);
		return (AddressRange.bytes(host) != null) ? host : null;
	}

	private static String withoutPort(String text) {
		if (text.startsWith("[")) {
			int end = text.indexOf(']');
			return (end > 0) ? text.substring(1, end) : text;
		}
		int colon = text.indexOf(':');
		boolean single = colon > 0 && text.indexOf(':', colon + 1) < 0;
		return single ? text.substring(0, colon) : text;
	}

}
