package io.distributor.tests.simulation;

import org.jspecify.annotations.Nullable;

/**
 * A handler at work on an event.
 */
final class Handling {

	private final int number;

	private final boolean redelivered;

	private final HomeTerm term;

	private int seen;

	private boolean finished;

	Handling(int number, boolean redelivered, HomeTerm term) {
		this.number = number;
		this.redelivered = redelivered;
		this.term = term;
	}

	int number() {
		return this.number;
	}

	boolean isRedelivered() {
		return this.redelivered;
	}

	HomeTerm term() {
		return this.term;
	}

	boolean isFinished() {
		return this.finished;
	}

	/** Which event was the last one according to the data of the socket. */
	void sees(@Nullable Integer last) {
		this.seen = (last != null) ? last : 0;
	}

	int seen() {
		return this.seen;
	}

	void finish() {
		this.finished = true;
	}

	@Override
	public String toString() {
		return this.number + (this.redelivered ? "'" : "") + (this.finished ? "" : "...") + "@" + this.term;
	}

}
