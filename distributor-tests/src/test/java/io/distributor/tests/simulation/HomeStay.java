package io.distributor.tests.simulation;

import io.distributor.link.presence.NodeId;

/**
 * A backend instance is the home of a socket, as its distributor sees it.
 */
final class HomeStay {

	private final NodeId home;

	private boolean taken;

	private boolean over;

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
	void end() {
		this.over = true;
	}

	boolean isOver() {
		return this.over;
	}

	/** The home is gone. */
	void lose() {
		if (!this.over) {
			this.over = true;
			this.lost = true;
		}
	}

	boolean isLost() {
		return this.lost;
	}

}
