package io.distributor.backend.namespace;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

import io.distributor.backend.dispatch.SerialQueue;
import io.distributor.backend.statistics.BackendCounters;
import io.distributor.link.message.SocketEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits to be done for one socket: its connect or adoption, then its events, then
 * its disconnect or release, one after another. A socket whose queue is full is
 * disconnected: its distributor holds back what it cannot take, so this is a distributor
 * that does not. Filled by the thread of the link.
 */
final class SocketQueue {

	private static final Logger logger = LoggerFactory.getLogger(SocketQueue.class);

	private final BackendSocket socket;

	private final SerialQueue queue;

	private final EventTurns turns;

	private final SocketTasks tasks;

	private final Executor executor;

	private final BackendCounters counters;

	private final int limit;

	private final AtomicBoolean roomChangesQueued = new AtomicBoolean();

	private boolean overflowed;

	SocketQueue(BackendSocket socket, SocketTasks tasks, Executor executor, int batch, int limit,
			BackendCounters counters) {
		this.socket = socket;
		this.queue = new SerialQueue(executor, batch, socket.reports()::handled);
		this.turns = new EventTurns(socket, tasks, executor, limit);
		this.tasks = tasks;
		this.executor = executor;
		this.limit = limit;
		this.counters = counters;
	}

	BackendSocket socket() {
		return this.socket;
	}

	void addConnect(Runnable onRefused) {
		this.queue.add(() -> this.tasks.connect(this.socket, onRefused));
	}

	void addAdopt() {
		this.queue.add(() -> {
			this.tasks.adopt(this.socket);
			return null;
		});
	}

	/**
	 * Lets listeners hear of the rooms of the socket.
	 * @param joined rooms that they were not told of before the socket came here
	 * @param left the same for rooms that it left
	 */
	void followRooms(List<String> joined, List<String> left) {
		if (this.tasks.followRooms()) {
			this.socket.roomSet().follow(joined, left, this::addRoomChanges);
			if (!joined.isEmpty() || !left.isEmpty()) {
				addRoomChanges();
			}
		}
	}

	/**
	 * However many changes there are, one task tells of them. From any thread.
	 */
	private void addRoomChanges() {
		if (this.roomChangesQueued.compareAndSet(false, true)) {
			this.queue.add(() -> {
				this.roomChangesQueued.set(false);
				this.tasks.tellRooms(this.socket);
				return null;
			});
		}
	}

	void addEvent(Map<String, String> headers, SocketEvent message) {
		if (this.overflowed) {
			return;
		}
		this.counters.queued.increment();
		if (!this.queue.offer(() -> handle(headers, message), this.limit)) {
			this.counters.queued.decrement();
			overflow();
		}
	}

	private @Nullable CompletionStage<?> handle(Map<String, String> headers, SocketEvent message) {
		this.counters.queued.decrement();
		return this.turns.take(headers, message);
	}

	private void overflow() {
		this.overflowed = true;
		this.counters.overflowed.increment();
		logger.warn("{} has {} events waiting and is disconnected: its handlers are too slow", this.socket, this.limit);
		this.socket.disconnect();
	}

	/**
	 * Adds what is to be done after all events, and after all answers that are owed.
	 */
	void addRelease(Runnable release) {
		this.queue.add(() -> afterAllEvents(release));
	}

	/**
	 * Adds what is to be done after all events. Answers that are owed reach nobody any
	 * more.
	 */
	void addEnd(Runnable end) {
		this.queue.add(() -> {
			this.socket.reports().progress().forgetAnswers();
			return afterAllEvents(end);
		});
	}

	private @Nullable CompletionStage<?> afterAllEvents(Runnable task) {
		CompletionStage<Void> quiet = this.socket.reports().progress().whenOpen(0);
		if (quiet != null) {
			return quiet.thenRunAsync(task, this.executor);
		}
		task.run();
		return null;
	}

	CompletionStage<Void> freeze() {
		return this.queue.freeze();
	}

}
