package io.distributor.backend.instance;

import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * Makes the one thread that ends the time of what does not come. It runs no user code.
 */
final class BackendTimer {

	private BackendTimer() {
	}

	static ScheduledThreadPoolExecutor create() {
		ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread thread = new Thread(task, "distributor-backend-timer");
			thread.setDaemon(true);
			return thread;
		});
		timer.setRemoveOnCancelPolicy(true);
		return timer;
	}

}
