package io.distributor.tests.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * One run of one process. While it is paused, what happens to it waits; when it has
 * ended, nothing happens to it any more.
 */
final class SimulatedProcess implements Executor {

	private final String name;

	private final SimulatedClock clock;

	private final List<Runnable> missed = new ArrayList<>();

	private boolean paused;

	private boolean ended;

	SimulatedProcess(String name, SimulatedClock clock) {
		this.name = name;
		this.clock = clock;
	}

	String name() {
		return this.name;
	}

	SimulatedClock clock() {
		return this.clock;
	}

	boolean isRunning() {
		return !this.ended && !this.paused;
	}

	boolean hasEnded() {
		return this.ended;
	}

	SimulatedClock.Alarm after(long delay, Runnable task) {
		return this.clock.after(delay, this, task);
	}

	/** Does something now, if it can. */
	@Override
	public void execute(Runnable task) {
		if (this.paused) {
			this.missed.add(task);
		}
		else if (!this.ended) {
			task.run();
		}
	}

	void pause() {
		this.paused = true;
	}

	void resume() {
		this.paused = false;
		this.missed.forEach((task) -> after(0, task));
		this.missed.clear();
	}

	void end() {
		this.ended = true;
		this.missed.clear();
	}

	@Override
	public String toString() {
		return this.name;
	}

}
