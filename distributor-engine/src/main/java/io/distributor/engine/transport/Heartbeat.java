package io.distributor.engine.transport;

import io.netty.buffer.ByteBuf;

/**
 * Finds out that a client is gone. To be used on the event loop of the session only.
 */
abstract class Heartbeat extends Deadline {

	/**
	 * Begins anew.
	 */
	abstract void start();

	abstract void onPacket();

	/**
	 * What the client sent meanwhile is about to be read: its time must not end just
	 * before.
	 */
	abstract void onReadingResumed();

	abstract void onPing(ByteBuf text);

	abstract void onPong();

}
