package io.distributor.tests.simulation;

import io.distributor.link.presence.NodeId;

/**
 * A backend instance is the home of a socket, as its distributor sees it.
 */
final class HomeStay {

	private static final long NEVER = -1;

	private final NodeId home;

	private boolean taken;

	private long overAt = NEVER;

	private boolean lost;

	HomeStay(NodeId home) {
		this.home = home;
	}

	NodeId home() {
		return this.home;
	}

	/** The home began to act as such, be it in time or not. */
	void take() {
		this.taken = true;
	}

	boolean isTaken() {
		return this.taken;
	}

	/** The home released the socket, or has handled everything. */
	void end(long now) {
		if (!isOver()) {
			this.overAt = now;
		}
	}

	boolean isOver() {
		return this.overAt != NEVER;
	}

	/**
	 * Returns how long the socket was without this home at a time, which it left before.
	 */
	long overFor(long now) {
		return isOver() ? now - this.overAt : 0;
	}

	/** The home is gone. */
	void lose(long now) {
		if (!isOver()) {
			this.overAt = now;
			this.lost = true;
		}
	}

	boolean isLost() {
		return this.lost;
	}

}
