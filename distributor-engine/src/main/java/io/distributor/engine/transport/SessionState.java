package io.distributor.engine.transport;

/**
 * States of a session, in their order.
 */
enum SessionState {

	/** Packets go both ways. */
	OPEN,

	/**
	 * Closed for its handler. The last packets wait for a poll of the client.
	 */
	LINGERING,

	/** Gone. */
	CLOSED

}
