package io.distributor.tests.simulation;

import org.jspecify.annotations.Nullable;

/**
 * The time from the moment that a backend instance becomes the home of a socket until it
 * is no more. Events are handled one after another in it, and none is left out; those
 * that are concurrent are not looked at.
 */
final class HomeTerm {

	private final SimulatedBackend backend;

	private @Nullable Handling last;

	HomeTerm(SimulatedBackend backend) {
		this.backend = backend;
	}

	SimulatedBackend backend() {
		return this.backend;
	}

	/**
	 * A handler begins.
	 * @param handling the handler
	 * @param previous number of the event before it that is not concurrent
	 * @return what is wrong with that, or {@code null}
	 */
	@Nullable String begin(Handling handling, int previous) {
		Handling before = this.last;
		this.last = handling;
		if (before == null) {
			return null;
		}
		if (!before.isFinished()) {
			return "event " + handling.number() + " began while " + before + " was under way";
		}
		return (before.number() == previous) ? null : "event " + handling.number() + " came after " + before;
	}

	@Override
	public String toString() {
		return this.backend.toString();
	}

}
