package io.distributor.lifecycle;

import java.util.concurrent.CountDownLatch;

import io.distributor.backend.instance.Backend;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of a backend. While it runs, the JVM stays alive also without a web server.
 */
public final class BackendLifecycle extends RoleLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(BackendLifecycle.class);

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
		logger.info("Backend {} owns {}", this.backend.id(), this.backend.sockets().keySet());
		Thread keepAlive = new Thread(this::awaitStop, "distributor-keep-alive");
		keepAlive.setDaemon(false);
		keepAlive.start();
	}

	@Override
	void doStop() {
		try {
			logger.info("Backend {} drains {} sockets", this.backend.id(), this.backend.statistics().sockets());
			this.backend.stop();
			logger.info("Backend {} has left with {} sockets not handed over", this.backend.id(),
					this.backend.statistics().sockets());
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
