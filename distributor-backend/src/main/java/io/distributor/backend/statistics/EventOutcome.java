package io.distributor.backend.statistics;

/**
 * What became of an event of a client.
 */
public enum EventOutcome {

	/** Its handler did its work. */
	HANDLED,

	/** Its handler threw an exception, or the stage it returned failed. */
	FAILED,

	/** It was refused with a text for the client. */
	REFUSED,

	/** Its arguments were not what the handler asked for. */
	INVALID_ARGUMENTS,

	/** Nothing handles events of that name. */
	NO_HANDLER,

	/** The stage its handler returned was not complete in time. */
	TIMED_OUT

}
