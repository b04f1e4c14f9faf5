package io.distributor.link.protocol;

/**
 * What the two halves of a link tell each other of one peer. Each field is written by one
 * thread and read by others.
 */
public final class PeerProgress {

	private volatile long handled;

	private volatile long confirmed;

	private volatile long loggedBytes;

	/**
	 * Number of the last entry of the peer handled here. Written by the receiver half.
	 */
	long handled() {
		return this.handled;
	}

	void handled(long number) {
		this.handled = number;
	}

	/** Number of the last entry the peer acknowledged. Written by the receiver half. */
	long confirmed() {
		return this.confirmed;
	}

	void confirm(long number) {
		if (number > this.confirmed) {
			this.confirmed = number;
		}
	}

	/**
	 * Returns what is kept for the peer until it acknowledges it. Written by the sender
	 * half.
	 * @return bytes
	 */
	public long loggedBytes() {
		return this.loggedBytes;
	}

	void loggedBytes(long bytes) {
		this.loggedBytes = bytes;
	}

}
