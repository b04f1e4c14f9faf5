package io.distributor.backend.namespace;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import io.distributor.backend.DisconnectReason;
import io.distributor.backend.dispatch.SerialQueue;
import io.distributor.backend.statistics.BackendCounters;
import io.distributor.link.message.SocketEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits to be done for one socket: its connect, then its events, then its
 * disconnect, one after another. A socket whose queue is full is disconnected: its
 * distributor holds back what it cannot take, so this is a distributor that does not.
 * Filled by the thread of the link.
 */
final class SocketQueue {

	private static final Logger logger = LoggerFactory.getLogger(SocketQueue.class);

	private final BackendSocket socket;

	private final SerialQueue queue;

	private final HandledReport report;

	private final SocketTasks tasks;

	private final BackendCounters counters;

	private final int limit;

	private boolean overflowed;

	SocketQueue(BackendSocket socket, SocketTasks tasks, Executor executor, int batch, int limit,
			BackendCounters counters) {
		this.socket = socket;
		this.report = new HandledReport(socket);
		this.queue = new SerialQueue(executor, batch, this.report::send);
		this.tasks = tasks;
		this.limit = limit;
		this.counters = counters;
	}

	BackendSocket socket() {
		return this.socket;
	}

	void addConnect(Runnable onRefused) {
		this.queue.add(() -> {
			this.tasks.connect(this.socket, onRefused);
			return null;
		});
	}

	void addEvent(SocketEvent message) {
		if (this.overflowed) {
			return;
		}
		this.counters.queued.increment();
		if (!this.queue.offer(() -> handle(message), this.limit)) {
			this.counters.queued.decrement();
			overflow();
		}
	}

	private @Nullable CompletionStage<?> handle(SocketEvent message) {
		this.counters.queued.decrement();
		CompletionStage<?> rest = this.tasks.event(this.socket, message);
		if (rest != null) {
			return rest.thenRun(() -> this.report.handled(message.number()));
		}
		this.report.handled(message.number());
		return null;
	}

	private void overflow() {
		this.overflowed = true;
		this.counters.overflowed.increment();
		logger.warn("{} has {} events waiting and is disconnected: its handlers are too slow", this.socket, this.limit);
		this.socket.disconnect();
	}

	void addDisconnect(DisconnectReason reason, Runnable onDone) {
		this.queue.add(() -> {
			this.tasks.disconnect(this.socket, reason);
			onDone.run();
			return null;
		});
	}

	CompletionStage<Void> whenReached() {
		CompletableFuture<Void> reached = new CompletableFuture<>();
		this.queue.add(() -> {
			reached.complete(null);
			return null;
		});
		return reached;
	}

	CompletionStage<Void> freeze() {
		return this.queue.freeze();
	}

}
