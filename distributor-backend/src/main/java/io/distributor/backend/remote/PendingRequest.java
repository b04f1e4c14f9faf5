package io.distributor.backend.remote;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.function.Function;

import io.distributor.backend.dispatch.AwaitedResult;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * One request, and which nodes have not answered it yet. May be used from any thread.
 *
 * @param <R> type of its result
 */
final class PendingRequest<R> {

	private final Set<NodeId> missing;

	private final Set<String> silent = new HashSet<>();

	private final AnswerCollector<R> answers;

	private final AwaitedResult<R> result;

	private final Runnable onOver;

	private boolean over;

	private @Nullable Future<?> timer;

	/**
	 * Creates a request that nobody has answered.
	 * @param onOver called once, before anybody learns of the result
	 */
	PendingRequest(Collection<NodeId> receivers, AnswerCollector<R> answers, Executor executor, Runnable onOver) {
		this.missing = new HashSet<>(receivers);
		this.answers = answers;
		this.result = new AwaitedResult<>(executor);
		this.onOver = onOver;
	}

	AwaitedResult<R> result() {
		return this.result;
	}

	synchronized void timer(Future<?> timer) {
		this.timer = timer;
		if (this.over) {
			timer.cancel(false);
		}
	}

	/**
	 * A node has answered.
	 */
	synchronized void answered(NodeId node, LinkMessage answer) {
		if (!this.over && this.missing.contains(node) && this.answers.add(node, answer)) {
			this.missing.remove(node);
		}
		endIfComplete();
	}

	/**
	 * A node is gone; nothing is expected of it.
	 */
	synchronized void gone(NodeId node) {
		this.missing.remove(node);
		endIfComplete();
	}

	/**
	 * A node lives and will not answer.
	 * @param name the node for people
	 */
	synchronized void silent(NodeId node, String name) {
		if (this.missing.remove(node)) {
			this.silent.add(name);
		}
		endIfComplete();
	}

	/**
	 * The time is over.
	 * @param names names nodes for people
	 */
	synchronized void timeOut(Function<NodeId, String> names) {
		this.missing.forEach((node) -> this.silent.add(names.apply(node)));
		this.missing.clear();
		endIfComplete();
	}

	/**
	 * Ends the request if nobody was asked.
	 */
	synchronized void endIfComplete() {
		if (!this.over && this.missing.isEmpty() && end()) {
			R value = this.answers.result(Set.copyOf(this.silent));
			this.answers.close();
			this.result.resolve(value);
		}
	}

	/**
	 * Ends without a result.
	 */
	synchronized void fail(RuntimeException failure) {
		if (end()) {
			this.answers.close();
			this.result.reject(failure);
		}
	}

	private boolean end() {
		if (this.over) {
			return false;
		}
		this.over = true;
		if (this.timer != null) {
			this.timer.cancel(false);
		}
		this.onOver.run();
		return true;
	}

}
