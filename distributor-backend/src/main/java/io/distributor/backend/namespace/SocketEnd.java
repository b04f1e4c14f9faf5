package io.distributor.backend.namespace;

/**
 * How this instance ceases to be the home of a socket: in one way only.
 */
enum SocketEnd {

	/** The client is gone. */
	LEFT,

	/** A connect handler refused the client. */
	REFUSED,

	/** The distributor asked for the socket, to give it another home. */
	RELEASED,

	/** The distributor gave the socket another home without asking. */
	LOST;

	/**
	 * Whether the client is still there.
	 */
	boolean isElsewhere() {
		return this == RELEASED || this == LOST;
	}

}
