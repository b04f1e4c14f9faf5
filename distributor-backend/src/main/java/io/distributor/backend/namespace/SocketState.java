package io.distributor.backend.namespace;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How far a socket is. May be used from any thread.
 */
final class SocketState {

	private final AtomicBoolean gone = new AtomicBoolean();

	private volatile boolean accepted;

	/**
	 * All connect handlers let the socket pass.
	 */
	void accept() {
		this.accepted = true;
	}

	/**
	 * The socket ends.
	 * @return whether it does so now, for the first time
	 */
	boolean end() {
		return this.gone.compareAndSet(false, true);
	}

	boolean isAccepted() {
		return this.accepted;
	}

	boolean isGone() {
		return this.gone.get();
	}

	boolean isConnected() {
		return this.accepted && !this.gone.get();
	}

}
