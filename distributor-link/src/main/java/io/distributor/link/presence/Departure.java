package io.distributor.link.presence;

/**
 * How a node left.
 */
public enum Departure {

	/** It said goodbye. */
	GOODBYE,

	/** Its heartbeats stopped. */
	SILENCE,

	/**
	 * It is heard, but it acknowledged nothing for too long: it is deaf or stuck, and is
	 * taken for dead as if it had fallen silent.
	 */
	STALLED,

	/**
	 * It is alive, but others took this node for dead and forgot it, so this node forgets
	 * them; what was under way in both directions is lost.
	 */
	FENCED

}
