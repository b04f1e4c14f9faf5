package io.distributor.backend.namespace;

import java.security.Principal;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

/**
 * Who the client of a socket is, and when that ends. May be used from any thread.
 */
final class SocketIdentity {

	private volatile @Nullable Principal principal;

	private @Nullable Future<?> expiry;

	private boolean over;

	@Nullable Principal principal() {
		return this.principal;
	}

	void principal(Principal principal) {
		this.principal = principal;
	}

	/**
	 * Keeps what ends the socket in time.
	 */
	synchronized void expiry(Future<?> expiry) {
		if (this.over) {
			expiry.cancel(false);
		}
		else {
			this.expiry = expiry;
		}
	}

	/**
	 * The socket has ended here, so nothing is to expire.
	 */
	synchronized void end() {
		this.over = true;
		if (this.expiry != null) {
			this.expiry.cancel(false);
			this.expiry = null;
		}
	}

	synchronized boolean isOver() {
		return this.over;
	}

}
