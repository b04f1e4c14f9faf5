package io.distributor.link.protocol;

import io.distributor.link.LinkListener;
import io.distributor.link.LinkOptions;

/**
 * Whether this node can judge others: its port is up, and it hears its own heartbeats,
 * which take the way that those of the others take. A node that was cut off, paused or
 * deaf would else take all others for dead.
 */
final class Readiness {

	private final LinkOptions options;

	private final LinkListener listener;

	/** A shorter pause of this node makes nobody look dead, so it forgives nobody. */
	private final long longestEcho;

	private boolean up;

	private boolean settled;

	private long upAt;

	private long echoAt;

	Readiness(LinkOptions options, LinkListener listener) {
		this.options = options;
		this.listener = listener;
		this.longestEcho = Math.max(2 * options.heartbeat().toMillis(), options.deadAfter().toMillis() / 2);
	}

	void up(long now) {
		this.up = true;
		this.settled = false;
		this.upAt = now;
		this.echoAt = now;
	}

	void down() {
		this.up = false;
		if (this.settled) {
			this.settled = false;
			this.listener.onDown();
		}
	}

	void heardOwnHeartbeat(long now) {
		this.echoAt = now;
	}

	/** Returns whether silence of others means anything now. */
	boolean canJudge(long now) {
		return this.up && now - this.echoAt < this.longestEcho;
	}

	/** Tells the listener once the link has been up for long enough. */
	void settle(long now) {
		if (this.up && !this.settled && now - this.upAt >= this.options.settle().toMillis()) {
			this.settled = true;
			this.listener.onUp();
		}
	}

}
