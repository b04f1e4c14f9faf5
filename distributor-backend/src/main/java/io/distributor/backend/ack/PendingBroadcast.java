package io.distributor.backend.ack;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;

import io.distributor.backend.Arguments;
import io.distributor.backend.BackendOverloadedException;
import io.distributor.backend.BroadcastAnswers;
import io.distributor.backend.dispatch.AwaitedResult;
import io.distributor.link.message.BroadcastAnswer;
import io.distributor.link.message.Payload;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * One event that several clients were asked to acknowledge. Whom a distributor asked, and
 * what these answered, may come in any order. May be used from any thread.
 */
final class PendingBroadcast {

	private final AckRegistry registry;

	private final AwaitedResult<BroadcastAnswers> result;

	/** Distributors that have not said whom they asked. */
	private final Set<NodeId> asked;

	/** Sockets that were asked and have not answered, with their distributors. */
	private final Map<String, NodeId> open = new HashMap<>();

	/** Sockets whose answer came before it was said that they were asked. */
	private final Set<String> early = new HashSet<>();

	private final Map<String, Arguments> answers = new LinkedHashMap<>();

	private final Set<String> missing = new HashSet<>();

	private final Set<String> silent = new HashSet<>();

	private long answerBytes;

	private boolean over;

	private @Nullable Future<?> timer;

	PendingBroadcast(Collection<NodeId> asked, AckRegistry registry) {
		this.asked = new HashSet<>(asked);
		this.registry = registry;
		this.result = registry.newResult();
	}

	AwaitedResult<BroadcastAnswers> result() {
		return this.result;
	}

	synchronized void timer(Future<?> timer) {
		this.timer = timer;
		if (this.over) {
			timer.cancel(false);
		}
	}

	/**
	 * A distributor has said whom it asked.
	 * @return whether this broadcast is over
	 */
	synchronized boolean asked(NodeId distributor, List<String> sockets) {
		if (!this.over && this.asked.remove(distributor)) {
			for (String socket : sockets) {
				if (!this.early.remove(socket)) {
					if (!this.registry.acquire()) {
						return fail(tooMany());
					}
					this.open.put(socket, distributor);
				}
			}
		}
		return endIfComplete();
	}

	private BackendOverloadedException tooMany() {
		return new BackendOverloadedException("acknowledgements awaited from all sockets: "
				+ this.registry.limits().total() + " (expected: fewer; select fewer sockets, or raise the limit)");
	}

	/**
	 * A client has answered, or left without that.
	 * @return whether this broadcast is over
	 */
	synchronized boolean answered(NodeId distributor, BroadcastAnswer message) {
		String socket = message.socketId();
		if (this.open.remove(socket, distributor)) {
			this.registry.release();
			keep(socket, message.payload());
		}
		else if (this.asked.contains(distributor) && this.early.add(socket)) {
			keep(socket, message.payload());
		}
		return endIfComplete();
	}

	private void keep(String socket, @Nullable Payload answer) {
		if (answer == null) {
			this.missing.add(socket);
			return;
		}
		long bytes = answer.json().length + answer.attachments().stream().mapToLong((part) -> part.length).sum();
		if (this.registry.keep(bytes)) {
			this.answerBytes += bytes;
			this.answers.put(socket, this.registry.read(answer));
		}
		else {
			this.missing.add(socket);
		}
	}

	/**
	 * A distributor is gone, and its clients with it.
	 * @param name the distributor for people, or {@code null} if it was not asked
	 * @return whether this broadcast is over
	 */
	synchronized boolean gone(NodeId distributor, @Nullable String name) {
		if (this.asked.remove(distributor) && name != null) {
			this.silent.add(name);
		}
		Set<String> lost = new HashSet<>();
		this.open.forEach((socket, holder) -> {
			if (holder.equals(distributor)) {
				lost.add(socket);
			}
		});
		lost.forEach(this::giveUp);
		return endIfComplete();
	}

	private void giveUp(String socket) {
		this.open.remove(socket);
		this.registry.release();
		this.missing.add(socket);
	}

	/**
	 * The time is over.
	 * @param silent distributors that have not said whom they asked, for people
	 */
	synchronized void timeOut(Collection<String> silent) {
		if (!this.over) {
			this.silent.addAll(silent);
			this.asked.clear();
			List.copyOf(this.open.keySet()).forEach((socket) -> {
				this.registry.countTimeout();
				giveUp(socket);
			});
			endIfComplete();
		}
	}

	/**
	 * Returns whether nothing is awaited any more.
	 */
	synchronized boolean isOver() {
		return endIfComplete();
	}

	synchronized Set<NodeId> silentNodes() {
		return Set.copyOf(this.asked);
	}

	/**
	 * Ends without a result.
	 * @return {@code true}
	 */
	synchronized boolean fail(RuntimeException failure) {
		if (end()) {
			this.result.reject(failure);
		}
		return true;
	}

	private boolean endIfComplete() {
		if (!this.over && this.asked.isEmpty() && this.open.isEmpty() && end()) {
			this.result.resolve(new BroadcastAnswers(this.answers, this.missing, this.silent));
		}
		return this.over;
	}

	private boolean end() {
		if (this.over) {
			return false;
		}
		this.over = true;
		this.open.keySet().forEach((socket) -> this.registry.release());
		this.open.clear();
		this.registry.release();
		this.registry.giveBack(this.answerBytes);
		if (this.timer != null) {
			this.timer.cancel(false);
		}
		return true;
	}

}
