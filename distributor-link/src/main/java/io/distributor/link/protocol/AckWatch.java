package io.distributor.link.protocol;

import java.time.Duration;

/**
 * Notices that a peer acknowledges nothing although there is something to acknowledge. A
 * peer may be heard and still be deaf or stuck; what is kept for it would then push back
 * on everybody that sends to it. Used by the receiver half.
 */
final class AckWatch {

	private final PeerProgress progress;

	private final long patience;

	private long confirmed;

	private long since;

	AckWatch(PeerProgress progress, Duration patience, long now) {
		this.progress = progress;
		this.patience = patience.toMillis();
		this.since = now;
	}

	/**
	 * Looks at how far the peer has come.
	 * @param now milliseconds of the clock
	 * @param canJudge whether this node could hear an acknowledgement
	 * @return whether nothing was acknowledged for too long
	 */
	boolean isStalled(long now, boolean canJudge) {
		long confirmed = this.progress.confirmed();
		if (!canJudge || confirmed != this.confirmed || this.progress.loggedBytes() == 0) {
			this.confirmed = confirmed;
			this.since = now;
		}
		return now - this.since >= this.patience;
	}

}
