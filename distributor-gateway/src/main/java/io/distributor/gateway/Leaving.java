package io.distributor.gateway;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Waits until no socket is left and nothing about one is to be sent. Looks 20 times a
 * second, so that sockets need not report their end to anybody.
 */
final class Leaving {

	private final Executor later = CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS);

	private final GatewayStatistics statistics;

	private final CompletableFuture<Void> done = new CompletableFuture<>();

	Leaving(GatewayStatistics statistics) {
		this.statistics = statistics;
	}

	/**
	 * Completes when nothing is left, or when the time is over.
	 */
	CompletionStage<Void> await(Duration limit) {
		this.done.completeOnTimeout(null, limit.toNanos(), TimeUnit.NANOSECONDS);
		check();
		return this.done.minimalCompletionStage();
	}

	private void check() {
		if (this.done.isDone()) {
			return;
		}
		if (this.statistics.sockets() == 0 && this.statistics.connecting() == 0
				&& this.statistics.departedSockets() == 0 && this.statistics.heldMessages() == 0) {
			this.done.complete(null);
		}
		else {
			this.later.execute(this::check);
		}
	}

}
