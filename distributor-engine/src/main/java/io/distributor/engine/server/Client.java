package io.distributor.engine.server;

import org.jspecify.annotations.Nullable;

/**
 * Whom a request is from, as far as the server knows.
 *
 * @param address numbers of its address
 * @param secure whether the client's connection was encrypted
 * @param host the host the client asked for, or {@code null} if it did not say
 * @param believed where a trusted proxy speaks for it, or {@code null} if none does
 */
record Client(String address, boolean secure, @Nullable String host, @Nullable ForwardedHeader believed) {

	/**
	 * Returns whether a header of the request may be passed on: those that say for whom a
	 * proxy speaks only if they come from a trusted one.
	 * @param name lower-case name of the header
	 * @return whether it may
	 */
	boolean passesOn(String name) {
		if (name.equals("forwarded")) {
			return this.believed == ForwardedHeader.FORWARDED;
		}
		boolean separate = name.startsWith("x-forwarded-") || name.equals("x-real-ip");
		return !separate || this.believed == ForwardedHeader.X_FORWARDED;
	}

}
