package io.distributor.tests.simulation;

/**
 * A handler at work on an event.
 */
final class Handling {

	private final int number;

	private final boolean redelivered;

	private final HomeTerm term;

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

	void finish() {
		this.finished = true;
	}

	@Override
	public String toString() {
		return this.number + (this.redelivered ? "'" : "") + (this.finished ? "" : "...") + "@" + this.term;
	}

}
