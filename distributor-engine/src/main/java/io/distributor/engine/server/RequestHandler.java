package io.distributor.engine.server;

import io.netty.buffer.ByteBuf;

/**
 * Handles a request that was not refused by its headers. Called on the event loop of the
 * connection.
 */
interface RequestHandler {

	/**
	 * The request is complete.
	 * @param body the body, possibly empty, to be released here
	 */
	void onComplete(ByteBuf body);

	/**
	 * The body is larger than allowed; the request is answered by the caller.
	 */
	default void onTooLarge() {
	}

	/**
	 * The client reads again, or no more, what is written to it.
	 */
	default void onWritabilityChanged() {
	}

	/**
	 * The request was not answered, and cannot be any more.
	 */
	default void onCancelled() {
	}

}
