package io.distributor.engine.transport;

import io.netty.buffer.ByteBuf;

/**
 * Finds out that a client is gone. To be used on the event loop of the session only.
 */
abstract class Heartbeat extends Deadline {

	private boolean heard;

	/**
	 * Begins anew.
	 */
	abstract void start();

	final void onPacket() {
		this.heard = true;
	}

	/**
	 * What the client sent meanwhile is about to be read: its time must not end just
	 * before.
	 */
	final void onReadingResumed() {
		this.heard = true;
	}

	/**
	 * Returns whether the client was heard since {@link #listen}.
	 */
	final boolean isHeard() {
		return this.heard;
	}

	/**
	 * From now on nothing was heard.
	 */
	final void listen() {
		this.heard = false;
	}

	abstract void onPing(ByteBuf text);

	abstract void onPong();

}
