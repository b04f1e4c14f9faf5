package io.distributor.engine.namespace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.netty.util.concurrent.EventExecutor;

import io.distributor.engine.session.CloseReason;

/**
 * Closes the sessions of one event loop in slices. Lives on that loop.
 */
final class SessionDrain {

	private static final long SLICE_MILLIS = 100;

	private final EventExecutor executor;

	private final List<SessionSockets> waiting;

	private final CompletableFuture<Void> done;

	private long slicesLeft;

	SessionDrain(EventExecutor executor, Collection<SessionSockets> sessions, Duration duration,
			CompletableFuture<Void> done) {
		this.executor = executor;
		this.waiting = new ArrayList<>(sessions);
		this.done = done;
		this.slicesLeft = Math.max(1, duration.toMillis() / SLICE_MILLIS);
		Collections.shuffle(this.waiting);
	}

	void closeInSlices() {
		closeSlice();
		if (this.waiting.isEmpty()) {
			this.done.complete(null);
			return;
		}
		this.slicesLeft--;
		this.executor.schedule(this::closeInSlices, SLICE_MILLIS, TimeUnit.MILLISECONDS);
	}

	private void closeSlice() {
		int size = (int) Math.ceil((double) this.waiting.size() / this.slicesLeft);
		List<SessionSockets> slice = this.waiting.subList(this.waiting.size() - size, this.waiting.size());
		slice.forEach((session) -> session.close(CloseReason.SERVER_SHUTTING_DOWN, null));
		slice.clear();
	}

}
