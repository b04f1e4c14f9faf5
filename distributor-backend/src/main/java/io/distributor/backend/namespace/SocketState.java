package io.distributor.backend.namespace;

import org.jspecify.annotations.Nullable;

/**
 * How far a socket is. May be used from any thread.
 */
final class SocketState {

	/** Set once, guarded by this. */
	private volatile @Nullable SocketEnd end;

	private volatile boolean accepted;

	private volatile @Nullable String barred;

	/**
	 * All connect handlers let the socket pass, or an earlier home accepted it.
	 */
	void accept() {
		this.accepted = true;
	}

	/**
	 * The socket ends here.
	 * @return whether it does so now, for the first time
	 */
	synchronized boolean end(SocketEnd how) {
		if (this.end != null) {
			return false;
		}
		this.end = how;
		return true;
	}

	/**
	 * Nothing of the client is handled any more: it is being disconnected.
	 * @param why why, for disconnect listeners
	 */
	void bar(String why) {
		this.barred = why;
	}

	/**
	 * Why nothing of the client is handled any more, or {@code null} if it is.
	 */
	@Nullable String barred() {
		return this.barred;
	}

	boolean isAccepted() {
		return this.accepted;
	}

	/**
	 * Whether the client is gone.
	 */
	boolean isGone() {
		SocketEnd end = this.end;
		return end != null && !end.isElsewhere();
	}

	/**
	 * Whether another instance is the home, so that this one may handle nothing further.
	 */
	boolean isElsewhere() {
		SocketEnd end = this.end;
		return end != null && end.isElsewhere();
	}

	boolean isConnected() {
		return this.accepted && this.end == null;
	}

}
