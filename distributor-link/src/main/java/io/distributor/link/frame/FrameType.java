package io.distributor.link.frame;

/**
 * Numbers of the types of frames, as they travel: never reuse one.
 */
final class FrameType {

	/** Version of the protocol, the first field of every frame. */
	static final int VERSION = 1;

	static final int INBOX = 1;

	static final int BROADCAST = 2;

	static final int RESEND = 3;

	static final int HEARTBEAT = 4;

	static final int GOODBYE = 5;

	static final int FENCE = 6;

	private FrameType() {
	}

}
