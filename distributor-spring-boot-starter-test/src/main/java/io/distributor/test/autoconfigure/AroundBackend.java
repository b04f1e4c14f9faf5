package io.distributor.test.autoconfigure;

import io.distributor.lifecycle.RoleLifecycle;

import org.springframework.context.SmartLifecycle;

/**
 * Starts what clients come through when the backend has started, and stops it before the
 * backend stops. Starts once, and is not paused between tests. Called by the thread that
 * starts and stops the application.
 */
final class AroundBackend implements SmartLifecycle {

	private final Runnable onStart;

	private final Runnable onStop;

	private volatile boolean running;

	AroundBackend(Runnable onStart, Runnable onStop) {
		this.onStart = onStart;
		this.onStop = onStop;
	}

	@Override
	public void start() {
		this.onStart.run();
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.onStop.run();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public int getPhase() {
		return RoleLifecycle.DISTRIBUTOR_PHASE;
	}

}
