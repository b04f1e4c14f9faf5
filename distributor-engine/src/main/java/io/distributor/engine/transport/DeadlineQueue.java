package io.distributor.engine.transport;

import org.jspecify.annotations.Nullable;

/**
 * Deadlines that are all equally far away when they enter: they expire in the order they
 * came, so entering, leaving and finding the next one are all O(1). To be used on one
 * event loop only.
 */
public final class DeadlineQueue {

	private final LoopTimer timer;

	private final long nanos;

	private @Nullable Deadline head;

	private @Nullable Deadline tail;

	DeadlineQueue(LoopTimer timer, long nanos) {
		this.timer = timer;
		this.nanos = nanos;
	}

	/**
	 * Starts the time of a deadline, anew if it is in a queue already.
	 * @param deadline the deadline
	 */
	public void add(Deadline deadline) {
		deadline.cancel();
		deadline.nanoTime = System.nanoTime() + this.nanos;
		deadline.queue = this;
		deadline.previous = this.tail;
		if (this.tail == null) {
			this.head = deadline;
		}
		else {
			this.tail.next = deadline;
		}
		this.tail = deadline;
		this.timer.wakeAt(deadline.nanoTime);
	}

	void remove(Deadline deadline) {
		if (deadline.previous == null) {
			this.head = deadline.next;
		}
		else {
			deadline.previous.next = deadline.next;
		}
		if (deadline.next == null) {
			this.tail = deadline.previous;
		}
		else {
			deadline.next.previous = deadline.previous;
		}
		deadline.queue = null;
		deadline.previous = null;
		deadline.next = null;
	}

	/**
	 * Expires all deadlines of this queue now.
	 */
	public void expireAll() {
		Deadline deadline = this.head;
		while (deadline != null) {
			remove(deadline);
			deadline.onExpired();
			deadline = this.head;
		}
	}

	/**
	 * Returns the deadline that expires next, or {@code null} if there is none.
	 */
	@Nullable Deadline next() {
		return this.head;
	}

	void expire(long now) {
		Deadline deadline = this.head;
		while (deadline != null && deadline.nanoTime - now <= 0) {
			remove(deadline);
			deadline.onExpired();
			deadline = this.head;
		}
	}

}
