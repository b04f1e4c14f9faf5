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
	 * It is alive, but others took this node for dead and forgot it, so this node forgets
	 * them; what was under way in both directions is lost.
	 */
	FENCED

}
