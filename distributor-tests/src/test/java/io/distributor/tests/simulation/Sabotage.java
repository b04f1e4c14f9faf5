package io.distributor.tests.simulation;

import io.distributor.link.protocol.Protections;

/**
 * Which protections a fleet has to do without.
 *
 * @param protections those of the link
 * @param interference what changes what is heard
 * @param drains whether backends that leave drain before
 */
record Sabotage(Protections protections, Interference interference, boolean drains) {

	/** The fleet as it is. */
	static final Sabotage NONE = new Sabotage(Protections.ALL, Interference.NONE, true);

	static Sabotage of(Protections protections) {
		return new Sabotage(protections, Interference.NONE, true);
	}

	static Sabotage of(Interference interference) {
		return new Sabotage(Protections.ALL, interference, true);
	}

	static Sabotage withoutDrain() {
		return new Sabotage(Protections.ALL, Interference.NONE, false);
	}

}
