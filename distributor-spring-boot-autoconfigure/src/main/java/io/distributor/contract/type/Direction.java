package io.distributor.contract.type;

/**
 * Who makes a value.
 */
public enum Direction {

	/** The backend writes it, a client reads it. */
	OUTPUT,

	/** A client writes it, the backend reads it. */
	INPUT

}
