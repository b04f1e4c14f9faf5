package io.distributor.engine.limit;

/**
 * What one client has not read. To be used on its event loop only.
 */
public abstract class BacklogEntry {

	private final LoopBacklog backlog;

	private long counted;

	/**
	 * Creates an entry that is not counted yet.
	 * @param backlog backlog of the event loop
	 */
	protected BacklogEntry(LoopBacklog backlog) {
		this.backlog = backlog;
	}

	/**
	 * Returns what waits for the client now.
	 * @return bytes; 0 also when the client is gone
	 */
	protected abstract long waiting();

	/**
	 * Closes the connection of the client, and frees what waits for it.
	 * @param description why
	 */
	protected abstract void giveUp(String description);

	/**
	 * Counts what waits now. To be called when more was added, and may be called when
	 * something was read.
	 */
	public final void measure() {
		long bytes = waiting();
		count((bytes > LoopBacklog.SMALL) ? bytes : 0);
	}

	final void forget() {
		count(0);
	}

	private void count(long bytes) {
		if (bytes != this.counted) {
			long before = this.counted;
			this.counted = bytes;
			this.backlog.change(this, before, bytes);
		}
	}

	/**
	 * Returns whether a message may be added for this client. If there is no room, it is
	 * made, if need be by giving up clients, this one perhaps.
	 * @param bytes size of the message
	 * @param droppable whether it may be dropped
	 * @return whether it may be added; always, unless it may be dropped
	 */
	public final boolean takes(int bytes, boolean droppable) {
		return this.counted == 0 || this.backlog.takes(bytes, droppable);
	}

	final long counted() {
		return this.counted;
	}

}
