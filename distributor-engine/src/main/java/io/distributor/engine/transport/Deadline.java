package io.distributor.engine.transport;

import org.jspecify.annotations.Nullable;

/**
 * Something that must not take too long. It waits in one {@link DeadlineQueue} at a time
 * and is a node of it itself, so that waiting costs no further object. To be used on the
 * event loop of its queue only.
 */
public abstract class Deadline {

	@Nullable DeadlineQueue queue;

	@Nullable Deadline previous;

	@Nullable Deadline next;

	long nanoTime;

	/**
	 * The time is over. The deadline has left its queue already and may enter one again.
	 */
	protected abstract void onExpired();

	/**
	 * Leaves the queue, if in one.
	 */
	public final void cancel() {
		if (this.queue != null) {
			this.queue.remove(this);
		}
	}

}
