package io.distributor.tests.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What happened, for people. Off unless a seed is replayed: writing it takes time.
 */
final class Trace {

	private final SimulatedClock clock;

	private final boolean on;

	private final List<String> lines = new ArrayList<>();

	Trace(SimulatedClock clock, boolean on) {
		this.clock = clock;
		this.on = on;
	}

	boolean isOn() {
		return this.on;
	}

	void note(Object who, String what) {
		note(who, () -> what);
	}

	void note(Object who, Supplier<String> what) {
		if (this.on) {
			this.lines.add(String.format("%5d %-8s %s", this.clock.now(), who, what.get()));
		}
	}

	List<String> lines() {
		return this.lines;
	}

}
