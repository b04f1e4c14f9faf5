package io.distributor.backend.remote;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

import io.distributor.link.message.BackendMessage;
import io.distributor.link.message.EventAnswer;
import io.distributor.link.message.SetSocketData;
import io.distributor.link.presence.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * Reports that a full link did not take, by distributor, in their order. None is dropped
 * while its distributor lives; instead no further event is handled while too many bytes
 * are held, and reports come of events. May be used from any thread.
 */
final class HeldReports {

	/** What a report takes besides its payload. */
	private static final int REPORT_BYTES = 128;

	private final long limit;

	private final AtomicLong bytes;

	private final Map<NodeId, Queue<BackendMessage>> queues = new HashMap<>();

	private @Nullable CompletableFuture<Void> room;

	/**
	 * Creates the reports, none yet.
	 * @param limit number of bytes from which on events wait
	 * @param bytes counts the bytes that are held
	 */
	HeldReports(long limit, AtomicLong bytes) {
		this.limit = limit;
		this.bytes = bytes;
	}

	boolean isEmpty() {
		return this.bytes.get() == 0;
	}

	/**
	 * Adds a report if others wait for the same distributor.
	 * @return whether it was added
	 */
	synchronized boolean addBehind(NodeId receiver, BackendMessage report) {
		Queue<BackendMessage> queue = this.queues.get(receiver);
		if (queue == null) {
			return false;
		}
		add(queue, report);
		return true;
	}

	/**
	 * Adds a report.
	 * @return the reports of that distributor if this is the first, else {@code null}
	 */
	synchronized @Nullable Queue<BackendMessage> add(NodeId receiver, BackendMessage report) {
		if (addBehind(receiver, report)) {
			return null;
		}
		Queue<BackendMessage> queue = new ArrayDeque<>();
		this.queues.put(receiver, queue);
		add(queue, report);
		return queue;
	}

	private void add(Queue<BackendMessage> queue, BackendMessage report) {
		queue.add(report);
		this.bytes.addAndGet(size(report));
	}

	/**
	 * Returns the next report.
	 * @return the report, which stays, or {@code null} if these reports were all sent or
	 * forgotten
	 */
	synchronized @Nullable BackendMessage next(Queue<BackendMessage> queue) {
		return queue.peek();
	}

	/**
	 * Removes the next report, which is sent.
	 */
	void remove(NodeId receiver, Queue<BackendMessage> queue) {
		CompletableFuture<Void> room;
		synchronized (this) {
			BackendMessage sent = queue.poll();
			if (sent == null) {
				return;
			}
			if (queue.isEmpty()) {
				this.queues.remove(receiver, queue);
			}
			this.bytes.addAndGet(-size(sent));
			room = roomMade();
		}
		complete(room);
	}

	/**
	 * Forgets the reports of a distributor.
	 */
	void forget(NodeId receiver) {
		CompletableFuture<Void> room;
		synchronized (this) {
			Queue<BackendMessage> queue = this.queues.remove(receiver);
			if (queue == null) {
				return;
			}
			queue.forEach((report) -> this.bytes.addAndGet(-size(report)));
			queue.clear();
			room = roomMade();
		}
		complete(room);
	}

	/**
	 * Waits until fewer bytes are held than the limit.
	 * @return {@code null} if so few are, or what completes when they are
	 */
	@Nullable CompletionStage<Void> whenRoom() {
		if (this.bytes.get() < this.limit) {
			return null;
		}
		synchronized (this) {
			if (this.bytes.get() < this.limit) {
				return null;
			}
			CompletableFuture<Void> room = (this.room != null) ? this.room : new CompletableFuture<>();
			this.room = room;
			return room;
		}
	}

	private @Nullable CompletableFuture<Void> roomMade() {
		CompletableFuture<Void> room = this.room;
		if (room == null || this.bytes.get() >= this.limit) {
			return null;
		}
		this.room = null;
		return room;
	}

	private static void complete(@Nullable CompletableFuture<Void> room) {
		if (room != null) {
			room.complete(null);
		}
	}

	private static int size(BackendMessage report) {
		if (report instanceof EventAnswer answer) {
			return REPORT_BYTES + answer.payload().json().length
					+ answer.payload().attachments().stream().mapToInt((attachment) -> attachment.length).sum();
		}
		return (report instanceof SetSocketData data) ? REPORT_BYTES + data.data().length : REPORT_BYTES;
	}

}
