package io.distributor.lifecycle;

import java.util.concurrent.CountDownLatch;

import io.distributor.backend.instance.Backend;

/**
 * The life of a backend. While it runs, the JVM stays alive also without a web server.
 */
public final class BackendLifecycle extends RoleLifecycle {

	private final Backend backend;

	private final CountDownLatch stopped = new CountDownLatch(1);

	/**
	 * Creates the lifecycle.
	 * @param backend the backend, not started
	 */
	public BackendLifecycle(Backend backend) {
		super("backend", BACKEND_PHASE);
		this.backend = backend;
	}

	@Override
	void doStart() {
		this.backend.start();
		Thread keepAlive = new Thread(this::awaitStop, "distributor-keep-alive");
		keepAlive.setDaemon(false);
		keepAlive.start();
	}

	@Override
	void doStop() {
		try {
			this.backend.stop();
		}
		finally {
			this.stopped.countDown();
		}
	}

	private void awaitStop() {
		try {
			this.stopped.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
