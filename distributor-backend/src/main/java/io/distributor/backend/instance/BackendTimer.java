package io.distributor.backend.instance;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * Ends the time of what does not come. It runs no user code.
 *
 * @param executor keeps the time
 * @param owned whether it ends with the backend
 */
record BackendTimer(ScheduledExecutorService executor, boolean owned) {

	/**
	 * Makes one with a thread of its own.
	 */
	static BackendTimer ofItsOwn() {
		ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread thread = new Thread(task, "distributor-backend-timer");
			thread.setDaemon(true);
			return thread;
		});
		timer.setRemoveOnCancelPolicy(true);
		return new BackendTimer(timer, true);
	}

	void stop() {
		if (this.owned) {
			this.executor.shutdownNow();
		}
	}

}
