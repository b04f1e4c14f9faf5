package io.distributor.backend.namespace;

/**
 * What became of the wish for a slot.
 */
enum SlotOutcome {

	/** There was one. */
	TAKEN,

	/** There are as many sockets as may be. */
	FULL,

	/** No sockets are taken any more. */
	CLOSED

}
