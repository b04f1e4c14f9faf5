package io.distributor.backend.instance;

/**
 * How far a backend instance is.
 */
enum Phase {

	/** Not started yet. */
	NEW,

	/** On the link. */
	RUNNING,

	/** On the link, leaving. */
	DRAINING,

	/** Off the link. */
	STOPPED

}
