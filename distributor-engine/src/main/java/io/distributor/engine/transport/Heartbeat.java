package io.distributor.engine.transport;

import io.distributor.engine.session.CloseReason;

/**
 * Pings a client and misses its answers. To be used on the event loop of the session
 * only.
 * <p>
 * A client that sends anything is alive, even if its pong is late behind other packets;
 * one that is not read from cannot be heard.
 */
final class Heartbeat extends Deadline {

	private final TransportSession session;

	private boolean awaitingPong;

	private boolean heard;

	Heartbeat(TransportSession session) {
		this.session = session;
	}

	void start() {
		this.awaitingPong = false;
		this.session.loop().pings().add(this);
	}

	void onPacket() {
		this.heard = true;
	}

	/**
	 * What the client sent meanwhile is about to be read: its time must not end just
	 * before.
	 */
	void onReadingResumed() {
		this.heard = true;
	}

	void onPong() {
		if (this.awaitingPong) {
			start();
		}
	}

	@Override
	protected void onExpired() {
		if (!this.awaitingPong) {
			this.awaitingPong = true;
			awaitPacket();
			this.session.sendPing();
		}
		else if (this.heard || this.session.isReadingPaused()) {
			awaitPacket();
		}
		else {
			this.session.close(CloseReason.PING_TIMEOUT, null);
		}
	}

	private void awaitPacket() {
		this.heard = false;
		this.session.loop().pongs().add(this);
	}

}
