package io.distributor.link.presence;

/**
 * How a node left.
 */
public enum Departure {

	/** It said goodbye. */
	GOODBYE,

	/** Its heartbeats stopped. */
	SILENCE

}
