package io.distributor.test.redis;

import java.net.URI;

/**
 * A Redis that no test stops.
 *
 * @param url where it is
 * @param origin where it is from, for the log
 */
record FoundRedis(URI url, String origin) implements TestRedis {

	/** Without the user info of the URL: it may hold a password. */
	@Override
	public String toString() {
		String authority = this.url.getRawAuthority();
		return this.url.getScheme() + "://" + authority.substring(authority.lastIndexOf('@') + 1) + " (" + this.origin
				+ ")";
	}

}
