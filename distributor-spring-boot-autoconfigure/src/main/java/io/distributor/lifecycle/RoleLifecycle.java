package io.distributor.lifecycle;

import org.springframework.context.SmartLifecycle;

/**
 * Starts a role with the application and stops it, gracefully, on a thread of its own, so
 * that Boot's {@code spring.lifecycle.timeout-per-shutdown-phase} bounds it. A role that
 * was stopped cannot be started again, so it is not paused between tests either.
 * <p>
 * Called by the thread that starts or stops the application; the state may be read from
 * any thread.
 */
public abstract sealed class RoleLifecycle implements SmartLifecycle permits BackendLifecycle, DistributorLifecycle {

	/**
	 * Phase of the backend: after the web server started, and before a distributor in the
	 * same process.
	 */
	public static final int BACKEND_PHASE = Integer.MAX_VALUE - 768;

	/**
	 * Phase of the distributor: it binds its port last, and leaves while the health
	 * endpoint still answers.
	 */
	public static final int DISTRIBUTOR_PHASE = Integer.MAX_VALUE - 512;

	private final String name;

	private final int phase;

	private volatile State state = State.NEW;

	RoleLifecycle(String name, int phase) {
		this.name = name;
		this.phase = phase;
	}

	@Override
	public void start() {
		if (this.state != State.NEW) {
			throw new IllegalStateException(
					"The " + this.name + " was stopped (expected: one start; refresh the application context instead)");
		}
		this.state = State.RUNNING;
		try {
			doStart();
		}
		catch (RuntimeException ex) {
			this.state = State.STOPPED;
			throw ex;
		}
	}

	abstract void doStart();

	abstract void doStop();

	@Override
	public void stop() {
		if (this.state == State.RUNNING) {
			this.state = State.LEAVING;
			doStop();
			this.state = State.STOPPED;
		}
	}

	@Override
	public void stop(Runnable callback) {
		Thread thread = new Thread(() -> {
			try {
				stop();
			}
			finally {
				callback.run();
			}
		}, "distributor-" + this.name + "-stop");
		thread.start();
	}

	@Override
	public boolean isRunning() {
		return this.state == State.RUNNING;
	}

	/**
	 * Returns whether this role is leaving or has left.
	 * @return whether it is on its way out
	 */
	public boolean isLeaving() {
		return this.state == State.LEAVING || this.state == State.STOPPED;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public int getPhase() {
		return this.phase;
	}

	private enum State {

		NEW, RUNNING, LEAVING, STOPPED

	}

}
