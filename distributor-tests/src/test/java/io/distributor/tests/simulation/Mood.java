package io.distributor.tests.simulation;

/**
 * How bad a simulated world is.
 */
enum Mood {

	/** Frames get lost; processes are restarted as they are meant to be. */
	GENTLE,

	/** Processes are cut off or paused as well, but not for long. */
	SHAKY,

	/** Anything happens. */
	HARSH

}
