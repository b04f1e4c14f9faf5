package io.distributor.backend.remote;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

import io.distributor.backend.dispatch.AwaitedResult;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * One request, and which distributors have not answered it yet. May be used from any
 * thread.
 */
final class PendingRequest {

	private final Set<NodeId> missing = ConcurrentHashMap.newKeySet();

	private final AwaitedResult<Void> result;

	private volatile @Nullable Future<?> timer;

	PendingRequest(Collection<NodeId> receivers, Executor executor) {
		this.missing.addAll(receivers);
		this.result = new AwaitedResult<>(executor);
	}

	AwaitedResult<Void> result() {
		return this.result;
	}

	void timer(Future<?> timer) {
		this.timer = timer;
	}

	void cancelTimer() {
		Future<?> timer = this.timer;
		if (timer != null) {
			timer.cancel(false);
		}
	}

	void answeredBy(NodeId distributor) {
		this.missing.remove(distributor);
	}

	boolean isAnswered() {
		return this.missing.isEmpty();
	}

	Set<NodeId> missing() {
		return this.missing;
	}

}
